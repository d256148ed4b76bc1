package pledgebook.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;

class SigningKeyTests {
  private static final byte[] CONTENT = "示例".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void signsWhatCanBeVerified(String algorithm) {
    Path file = TestKey.write(folder.resolve("key.p12"), algorithm, 1);
    SigningKey key = SigningKey.open(file, TestKey.PASSWORD.toCharArray());
    assertThat(key.holder()).isEqualTo(TestKey.HOLDER);
    byte[] cms = key.sign(CONTENT);
    Signatory signatory = Signatory.of(cms, CONTENT).orElseThrow();
    assertThat(signatory.name()).isEqualTo(TestKey.HOLDER);
    assertThat(signatory.issuer()).contains(TestKey.HOLDER);
    assertThat(signatory.isValidAt(TestKey.VALID_FROM)).isTrue();
    assertThat(signatory.isValidAt(TestKey.VALID_TO.plusSeconds(1))).isFalse();
    assertThat(signatory.isValidAt(TestKey.VALID_FROM.minusSeconds(1))).isFalse();
  }

  @Test
  void verifiesNothingElse() {
    Path file = TestKey.write(folder.resolve("key.p12"), "EC", 1);
    byte[] cms = SigningKey.open(file, TestKey.PASSWORD.toCharArray()).sign(CONTENT);
    assertThat(Signatory.of(cms, new byte[] {1})).isEmpty();
    assertThat(Signatory.of(new byte[0], CONTENT)).isEmpty();
    assertThat(Signatory.of(CONTENT, CONTENT)).isEmpty();
    String whole = String.valueOf(Signatory.of(cms, CONTENT).orElseThrow());
    int survived = 0;
    for (int i = 0; i < cms.length; i++) {
      byte[] damaged = cms.clone();
      damaged[i] ^= 0x55;
      Optional<Signatory> still = Signatory.of(damaged, CONTENT);
      assertThat(still.map(String::valueOf).orElse(whole)).isEqualTo(whole);
      survived += still.isPresent() ? 1 : 0;
    }
    // Numbers of the form alone: what it says and who says it is never another.
    assertThat(survived).isLessThan(cms.length / 20);
  }

  @Test
  void letsNothingStandBehindASignatureButZeros() {
    Path file = TestKey.write(folder.resolve("key.p12"), "EC", 1);
    byte[] cms = SigningKey.open(file, TestKey.PASSWORD.toCharArray()).sign(CONTENT);
    byte[] padded = Arrays.copyOf(cms, cms.length + 100);
    assertThat(Signatory.of(padded, CONTENT)).isPresent();
    for (int at : new int[] {cms.length, cms.length + 50, cms.length + 99}) {
      byte[] hidden = padded.clone();
      hidden[at] = 1;
      assertThat(Signatory.of(hidden, CONTENT)).as("byte %d", at).isEmpty();
    }
  }

  @Test
  void saysWhenAKeyIsWeak() {
    SigningKey weak =
        SigningKey.open(
            TestKey.writeWeak(folder.resolve("weak.p12")), TestKey.PASSWORD.toCharArray());
    assertThat(weak.isWeak()).isTrue();
    assertThat(Signatory.of(weak.sign(CONTENT), CONTENT).orElseThrow().weak()).isTrue();
    for (String algorithm : List.of("RSA", "EC")) {
      Path file = TestKey.write(folder.resolve("key.p12"), algorithm, 1);
      assertThat(SigningKey.open(file, TestKey.PASSWORD.toCharArray()).isWeak()).isFalse();
    }
  }

  @Test
  void namesItsCertificateAndNoTime() throws CMSException {
    Path file = TestKey.write(folder.resolve("key.p12"), "RSA", 1);
    byte[] cms = SigningKey.open(file, TestKey.PASSWORD.toCharArray()).sign(CONTENT);
    var attributes =
        new CMSSignedData(cms)
            .getSignerInfos()
            .getSigners()
            .iterator()
            .next()
            .getSignedAttributes();
    assertThat(attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2)).isNotNull();
    assertThat(attributes.get(CMSAttributes.messageDigest)).isNotNull();
    assertThat(attributes.get(CMSAttributes.signingTime)).isNull();
  }

  @Test
  void saysWhatIsWrongWithAKey() throws IOException {
    Path one = TestKey.write(folder.resolve("one.p12"), "EC", 1);
    assertFailure(one, "wrong", "signature.wrong-password");
    assertFailure(folder.resolve("none.p12"), TestKey.PASSWORD, "signature.key-not-readable");
    Path text = Files.writeString(folder.resolve("text.p12"), "示例");
    assertFailure(text, TestKey.PASSWORD, "signature.key-not-readable");
    Path empty = TestKey.write(folder.resolve("empty.p12"), "EC", 0);
    assertFailure(empty, TestKey.PASSWORD, "signature.no-key");
    Path other = TestKey.write(folder.resolve("other.p12"), "Ed25519", 1);
    assertFailure(other, TestKey.PASSWORD, "signature.no-key");
    Path two = TestKey.write(folder.resolve("two.p12"), "EC", 2);
    assertFailure(two, TestKey.PASSWORD, "signature.several-keys");
  }

  private static void assertFailure(Path file, String password, String code) {
    Failure failure =
        catchThrowableOfType(Failure.class, () -> SigningKey.open(file, password.toCharArray()));
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.exitStatus()).isEqualTo(ExitStatus.USAGE);
    assertThat(failure.getMessage()).contains("密钥文件").doesNotContain(password);
  }
}
