package pledgebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.OutputHashes;

/// `audit verify` as a person calls it.
class AuditCommandTests {
  @TempDir private Path folder;

  private Entered verify(Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("audit", "verify", "2024"));
    arguments.addAll(List.of("--input", folder.resolve("input"), "--output", folder));
    arguments.addAll(List.of(more));
    return Entered.command(arguments.toArray());
  }

  private Path copied(String name) throws IOException {
    OutputHashes.copy(Path.of("input"), folder.resolve("input"));
    return folder.resolve("input/2024").resolve(name);
  }

  @Test
  void theSampleRoundIsWholeAndItsHeadCanBeNoted() {
    Entered entered = Entered.command("audit", "verify", "2024", "--output", folder);
    assertThat(entered.status()).as(entered.out()).isZero();
    Matcher head = Pattern.compile("共4条，末条校验值([0-9a-f]{64})").matcher(entered.out());
    assertThat(head.find()).isTrue();
    assertThat(
            Entered.command("audit", "verify", "2024", "--output", folder, "--head", head.group(1))
                .status())
        .isZero();
  }

  @Test
  void whatWasAlteredIsNamedWithFileAndLine() throws IOException {
    Path log = copied("audit.log");
    Files.writeString(log, Files.readString(log).replaceFirst("示例", "某人"));
    Entered entered = verify();
    assertThat(entered.status()).isEqualTo(3);
    assertThat(entered.out()).contains("audit.log第2行", "audit.line-altered", "审计记录有问题");
  }

  @Test
  void aLogCutShortIsToldByANotedHash() throws IOException {
    Path log = copied("audit.log");
    Entered entered = verify("--head", "0".repeat(64));
    assertThat(entered.status()).isEqualTo(3);
    assertThat(entered.out()).contains("--head", "audit.head-differs");
    Files.delete(log);
    assertThat(verify().out()).contains("audit.no-log", "没有可以验证的审计记录");
  }

  @Test
  void wrongUsageIsTold() {
    Entered nowhere = Entered.command("audit", "verify", "1999");
    assertThat(nowhere.status()).isEqualTo(2);
    assertThat(nowhere.err()).contains("audit.no-round");
    Entered hash = Entered.command("audit", "verify", "2024", "--head", "12");
    assertThat(hash.status()).isEqualTo(2);
    assertThat(hash.err()).contains("audit.head-not-a-hash");
    assertThat(Entered.command("audit").status()).isEqualTo(2);
    assertThat(Entered.command("audit", "verify", "--help").out()).contains("校验值");
  }
}
