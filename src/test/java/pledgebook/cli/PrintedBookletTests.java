package pledgebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import pledgebook.finding.Failure;
import pledgebook.signature.TestKey;
import pledgebook.typesetting.PrintedLinks;
import pledgebook.typesetting.PrintedLinks.RemoteLink;
import pledgebook.typesetting.PrintedText;
import pledgebook.typesetting.PrintedText.Mark;

/// What becomes of the booklet of the sample round once it is written: proof, sign, verify.
class PrintedBookletTests {
  private static final int RED = 0xC4161C;

  @TempDir static Path output;

  @TempDir Path folder;

  @BeforeAll
  static void publish() {
    Entered entered = Entered.command("year-end", "2024", "--output", output);
    assertThat(entered.status()).as(entered.err()).isZero();
  }

  private static Path file(String name) {
    return output.resolve("2024").resolve(name);
  }

  @Test
  void everyRedFigureOfTheSampleLeadsIntoItsAnnex() throws IOException {
    byte[] booklet = Files.readAllBytes(file("完成情况.pdf"));
    byte[] annex = Files.readAllBytes(file("完成情况-附件.pdf"));
    List<RemoteLink> links = PrintedLinks.of(booklet);
    String red =
        PrintedText.marks(booklet).stream()
            .filter(mark -> mark.rgb() == RED)
            .map(Mark::text)
            .collect(Collectors.joining());
    assertThat(links).hasSizeGreaterThan(15);
    assertThat(String.join("", links.stream().map(RemoteLink::text).toList())).isEqualTo(red);
    assertThat(links)
        .allSatisfy(link ->
            assertThat(PrintedLinks.place(annex, link.destination()))
                .as(link.destination())
                .isPresent());
  }

  @Test
  void proofTellsEqualFromNot() throws IOException {
    for (String name : List.of("完成情况.pdf", "完成情况-折页.pdf", "完成情况-骑马订.pdf")) {
      Entered equal = Entered.command("proof", file(name), "--year", "2024", "--output", output);
      assertThat(equal.status()).as(equal.out() + equal.err()).isZero();
      assertThat(equal.out()).contains("个数字全部相符");
    }
    Path annex = file("完成情况-附件.pdf");
    Entered other = Entered.command("proof", annex, "--year", "2024", "--output", output);
    assertThat(other.status()).isEqualTo(3);
    assertThat(other.out()).contains("publication.proof-form");
    Entered none = Entered.command("proof", annex, "--year", "2023", "--output", output);
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("publication.nothing-to-compare");
  }

  @Test
  void signsAndVerifies() throws IOException {
    Path key = TestKey.write(folder.resolve("key.p12"), "EC", 1);
    String time = "2025-06-07T10:00:00+08:00";
    Entered signed =
        sign(Map.of(SignCommand.PASSWORD, TestKey.PASSWORD), "--key", key, "--time", time);
    assertThat(signed.status()).as(signed.err()).isZero();
    assertThat(signed.out()).contains(TestKey.HOLDER, "完成情况-签名.pdf");
    assertThat(signed.out()).doesNotContain("密钥过短", "此前已有");
    Entered verified = Entered.command("verify", file("完成情况-签名.pdf"), "--output", output);
    assertThat(verified.status()).as(verified.out()).isZero();
    assertThat(verified.out()).contains("内容未改", TestKey.HOLDER, "2025-06-07T02:00:00Z");
    Entered plain = Entered.command("verify", file("完成情况.pdf"), "--output", output);
    assertThat(plain.status()).isZero();
    assertThat(plain.out()).contains("逐字节一致，没有签名");

    Path passwordFile = Files.writeString(folder.resolve("password"), TestKey.PASSWORD + "\n");
    assertThat(sign(Map.of(), "--key", key, "--time", time, "--password-file", passwordFile))
        .extracting(Entered::status)
        .isEqualTo(0);
    // Signed or not, the edition stays what its manifest tells of.
    Entered again = Entered.command("year-end", "2024", "--output", output);
    assertThat(again.status()).isZero();
    assertThat(file("完成情况-签名.pdf")).exists();

    Path weak = TestKey.writeWeak(folder.resolve("weak.p12"));
    Entered warned =
        sign(Map.of(SignCommand.PASSWORD, TestKey.PASSWORD), "--key", weak, "--time", time);
    assertThat(warned.status()).isZero();
    assertThat(warned.out()).contains("密钥过短", "此前已有的2个签名文件没有改动", "完成情况-签名-3.pdf");
    assertThat(Entered.command("verify", file("完成情况-签名-3.pdf"), "--output", output).out())
        .contains("密钥过短");
  }

  @Test
  void saysWhatIsWrongWithKeyAndPassword() {
    Path key = TestKey.write(folder.resolve("key.p12"), "EC", 1);
    String time = "2025-06-07T10:00:00+08:00";
    assertRefused(sign(Map.of(), "--key", key, "--time", time), "cli.password-missing");
    assertRefused(
        sign(Map.of(), "--key", key, "--time", time, "--password-file", folder.resolve("none")),
        "cli.password-not-readable");
    assertRefused(
        sign(Map.of(SignCommand.PASSWORD, "wrong"), "--key", key, "--time", time),
        "signature.wrong-password");
    assertRefused(sign(Map.of(), "--key", key, "--time", "gestern"), "--time");
    assertRefused(sign(Map.of(), "--time", time), "--key");
  }

  private static void assertRefused(Entered entered, String said) {
    assertThat(entered.status()).isEqualTo(2);
    assertThat(entered.err()).contains(said);
  }

  @Test
  void verifyTellsAChangedFile() throws IOException {
    Path changed = folder.resolve("changed.pdf");
    try (PDDocument document = Loader.loadPDF(file("完成情况.pdf").toFile())) {
      document.save(changed.toFile());
    }
    Entered entered = Entered.command("verify", changed, "--output", output);
    assertThat(entered.status()).isEqualTo(3);
    assertThat(entered.out()).contains("不能确认", "publication.verify-");
  }

  /// The command with an environment of its own, and the door's way of saying what went wrong.
  private static Entered sign(Map<String, String> environment, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(stream(out), stream(err), false);
    CommandLine line =
        new CommandLine(new SignCommand(terminal, environment))
            .setParameterExceptionHandler((exception, a) -> {
              terminal.err().println(Misuse.message(exception));
              return 2;
            })
            .setExecutionExceptionHandler((exception, l, a) -> {
              if (exception instanceof Failure failure) {
                terminal.err().println(failure.code());
                return failure.exitStatus().code();
              }
              throw exception;
            });
    ArrayList<String> texts = new ArrayList<>(List.of("2024"));
    for (Object argument : arguments) {
      texts.add(argument.toString());
    }
    texts.addAll(List.of("--output", output.toString()));
    int status = line.execute(texts.toArray(String[]::new));
    return new Entered(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
