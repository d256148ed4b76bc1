package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import pledgebook.SystemTool;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.finding.Finding;
import pledgebook.publication.Verification.Verified;
import pledgebook.signature.SigningKey;
import pledgebook.signature.TestKey;
import pledgebook.typesetting.Conformance;
import pledgebook.typesetting.SignedCopy;
import pledgebook.vocabulary.Sha256;

/// Signing a published booklet, and telling a signed one from a changed one.
@Isolated("changes the default locale and time zone")
class SigningTests {
  private static final Instant AT = Instant.parse("2025-06-07T02:00:00Z");
  private static final Edition EDITION = SampleEdition.complete();
  private static final String NAME = "完成情况-签名.pdf";

  @TempDir static Path keys;
  private static byte[] booklet;
  private static SigningKey key;

  @TempDir Path root;
  private Path output;
  private Path folder;

  @BeforeAll
  static void prepare() {
    booklet = Booklet.print(EDITION);
    Path file = TestKey.write(keys.resolve("key.p12"), "RSA", 1);
    key = SigningKey.open(file, TestKey.PASSWORD.toCharArray());
  }

  @BeforeEach
  void publish() throws IOException {
    output = root.resolve("output");
    folder = publish(output.resolve("2024"), EDITION);
  }

  private static Path publish(Path folder, Edition edition) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(PublishedBooklet.NAME), booklet);
    PublishableRound.write(folder.resolve(DataPackage.CLOSING_VALUES), "indicator,entity,value");
    Manifest.of(edition, folder, PublishableRound.basis(folder), List.of()).write(folder);
    return folder;
  }

  private byte[] signed() throws IOException {
    return Files.readAllBytes(new Signing(output).sign(2024, key, AT).file());
  }

  @Test
  void leavesTheBookletAsItIsBeforeTheSignature() throws IOException {
    byte[] signed = signed();
    assertThat(signed).hasSizeGreaterThan(booklet.length);
    assertThat(Arrays.mismatch(booklet, signed)).isEqualTo(booklet.length);
    assertThat(folder.resolve(PublishedBooklet.NAME)).hasBinaryContent(booklet);
    assertThat(folder).isDirectoryNotContaining("glob:**.building");
    try (PDDocument document = Loader.loadPDF(signed)) {
      PDSignature signature = document.getSignatureDictionaries().getFirst();
      assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
      assertThat(signature.getName()).isEqualTo(TestKey.HOLDER);
      assertThat(signature.getSignDate().toInstant()).isEqualTo(AT);
      assertThat(document.getDocumentInformation().getModificationDate().toInstant()).isEqualTo(AT);
    }
  }

  @Test
  void staysWhatItClaimsToBe() throws IOException {
    assertThat(Conformance.faults(signed())).isEmpty();
  }

  /// An RSA signature has no chance in it, so that two copies tell whether a clock is in one.
  @Test
  void takesItsTimeFromNoClockAndItsDigitsFromNoLocale() throws IOException {
    byte[] first = signed();
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      byte[] second = signed();
      assertThat(second).hasSameSizeAs(first);
      assertThat(verify(second).findings()).isEmpty();
      byte[] appended = Arrays.copyOfRange(second, booklet.length, second.length);
      String text = new String(appended, StandardCharsets.ISO_8859_1);
      List<String> dates =
          Pattern.compile("\\(D:([^)]*)\\)")
              .matcher(text)
              .results()
              .map(found -> found.group(1))
              .distinct()
              .toList();
      // The given time, and the date of the data, which the booklet was made with.
      assertThat(dates).containsExactlyInAnyOrder("20250607020000Z", "20250531000000Z");
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void isVerifiedAsTheEditionUnchangedAndSigned() throws IOException {
    Verified verified = verify(signed());
    assertThat(verified.findings()).isEmpty();
    assertThat(Objects.requireNonNull(verified.origin()).edition()).isEqualTo(EDITION.hash());
    Verification.Signed signed = Objects.requireNonNull(verified.signed());
    assertThat(signed.by().name()).isEqualTo(TestKey.HOLDER);
    assertThat(signed.time()).isEqualTo(AT);
  }

  @Test
  void isVerifiedWithoutASignature() throws IOException {
    publish(output.resolve("2024-2"), SampleEdition.draft());
    Verified verified = verify(booklet);
    assertThat(verified.findings()).isEmpty();
    assertThat(verified.signed()).isNull();
    Verification.Origin origin = Objects.requireNonNull(verified.origin());
    assertThat(origin.name()).isEqualTo("完成情况.pdf");
    assertThat(origin.number()).isEqualTo(1);
  }

  @Test
  void everyByteOfASignedCopyCounts() throws IOException {
    byte[] signed = signed();
    // In the booklet, in what was appended, behind the signature.
    for (int at :
        new int[] {3_000, booklet.length - 400, booklet.length + 4, signed.length - 300}) {
      byte[] damaged = signed.clone();
      damaged[at] ^= 1;
      assertThat(verify(damaged).findings()).as("byte %d of %d", at, signed.length).isNotEmpty();
    }
    byte[] longer = Arrays.copyOf(signed, signed.length + 1);
    assertThat(codes(longer)).containsExactly("publication.verify-altered");
    byte[] shorter = Arrays.copyOf(signed, signed.length - 40);
    assertThat(verify(shorter).findings()).isNotEmpty();
  }

  /// The room a signature does not fill is outside of what is signed: nothing may hide there.
  @Test
  void everyDigitOfTheRoomBehindASignatureCounts() throws IOException {
    byte[] signed = signed();
    String text = new String(signed, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("00>", booklet.length);
    assertThat(text.substring(end - 2000, end)).matches("0+");
    for (int at : new int[] {end, end - 1, end - 1999}) {
      byte[] hidden = signed.clone();
      hidden[at] = '1';
      assertThat(codes(hidden)).containsExactly("publication.verify-signature-broken");
    }
    int letter = text.indexOf("/Contents <", booklet.length) + "/Contents <".length();
    while (!Character.isLetter(text.charAt(letter))) {
      letter++;
    }
    byte[] otherCase = signed.clone();
    otherCase[letter] ^= 0x20;
    assertThat(codes(otherCase)).containsExactly("publication.verify-altered");
  }

  @Test
  void aSecondSignatureReplacesNothing() throws IOException {
    byte[] first = signed();
    Signing.SignedBooklet second = new Signing(output).sign(2024, key, AT.plusSeconds(60));
    assertThat(second.file()).hasFileName("完成情况-签名-2.pdf");
    assertThat(second.before()).extracting(Path::getFileName).containsExactly(Path.of(NAME));
    assertThat(folder.resolve(NAME)).hasBinaryContent(first);
    assertThat(verify(Files.readAllBytes(second.file())).findings()).isEmpty();
    assertThat(new Signing(output).sign(2024, key, AT.plusSeconds(120)).file())
        .hasFileName("完成情况-签名-3.pdf");
    assertThat(Manifest.read(folder).differencesIn(folder)).isEmpty();
  }

  /// The folder's own booklet is no original to go back to once somebody changed it.
  @Test
  void doesNotSendAnybodyToAnOriginalThatIsAltered() throws IOException {
    byte[] altered = Arrays.copyOf(booklet, booklet.length + 1);
    assertThat(verify(altered).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("请以原件"));
    Files.write(folder.resolve(PublishedBooklet.NAME), altered);
    assertThat(new Verification(output).verify(folder.resolve(PublishedBooklet.NAME)).findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo("publication.verify-original-altered");
          assertThat(finding.message()).contains("也已被改动或缺失").doesNotContain("请以原件");
        });
  }

  @Test
  void readsNothingButFiles() {
    assertThat(new Verification(output).verify(root).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("不是普通文件"));
  }

  @Test
  @SystemTool
  void doesNotWaitForAPipe() throws Exception {
    Path pipe = root.resolve("pipe.pdf");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Verified verified =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> new Verification(output).verify(pipe));
    assertThat(verified.findings().getFirst().message()).contains("不是普通文件");
  }

  /// Somebody draws on the booklet behind its last byte, signs that, and has a valid signature over
  /// a file that begins with the booklet.
  @Test
  void aChangeThatIsSignedIsAChange() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(booklet)) {
      PDPage page = document.getPage(1);
      try (PDPageContentStream content =
          new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
        content.addRect(50, 50, 200, 200);
        content.fill();
      }
      page.getCOSObject().setNeedToBeUpdated(true);
      page.getResources().getCOSObject().setNeedToBeUpdated(true);
      document.saveIncremental(out);
    }
    byte[] drawnOn = out.toByteArray();
    assertThat(Arrays.mismatch(booklet, drawnOn)).isEqualTo(booklet.length);
    byte[] forged = SignedCopy.append(drawnOn, AT, TestKey.HOLDER, key::sign);
    assertThat(codes(forged)).containsExactly("publication.verify-altered");
    assertThat(codes(drawnOn)).containsExactly("publication.verify-altered");
  }

  @Test
  void saysWhenACertificateWasNotValid() throws IOException {
    new Signing(output).sign(2024, key, TestKey.VALID_TO.plusSeconds(60));
    byte[] signed = Files.readAllBytes(folder.resolve(NAME));
    assertThat(codes(signed)).containsExactly("publication.verify-certificate-expired");
  }

  @Test
  void knowsWhatIsNotItsOwn() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(out);
    }
    assertThat(codes(out.toByteArray())).containsExactly("publication.verify-unknown");
    assertThat(codes(new byte[] {1, 2, 3})).containsExactly("publication.verify-unreadable");
    Failure missing =
        catchThrowableOfType(
            Failure.class, () -> new Verification(output).verify(root.resolve("none.pdf")));
    assertThat(missing.code()).isEqualTo("publication.file-not-readable");
    assertThat(missing.exitStatus()).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void isNoPartOfWhatTheManifestTellsOf() throws IOException {
    signed();
    assertThat(Manifest.read(folder).differencesIn(folder)).isEmpty();
    new Seal(output.resolve("jobs"), output.resolve("input"), output).seal(2024, "示例", AT);
    assertThat(folder.resolve(NAME)).exists();
    assertThat(verify(signed()).findings()).isEmpty();
  }

  @Test
  void isRefusedForADraftAndForWhatSomebodyChanged() throws IOException {
    assertFailure(2023, "publication.nothing-to-compare", ExitStatus.USAGE);
    publish(output.resolve("2025"), SampleEdition.draft());
    assertFailure(2025, "publication.draft-not-signable", ExitStatus.FINDINGS);
    Files.writeString(folder.resolve(PublishedBooklet.NAME), "altered");
    assertFailure(2024, "publication.booklet-altered", ExitStatus.FINDINGS);
    assertThat(folder.resolve(NAME)).doesNotExist();
  }

  private void assertFailure(int year, String code, ExitStatus status) {
    Failure failure =
        catchThrowableOfType(Failure.class, () -> new Signing(output).sign(year, key, AT));
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.exitStatus()).isEqualTo(status);
  }

  @Test
  @SystemTool
  void pdfsigFindsItValid() throws Exception {
    Path file = Files.write(root.resolve("signed.pdf"), signed());
    Process process =
        new ProcessBuilder("pdfsig", "-nocert", file.toString()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    assertThat(said)
        .contains(
            "Signature is Valid", "Total document signed", "ETSI.CAdES.detached", TestKey.HOLDER);
  }

  private Verified verify(byte[] file) throws IOException {
    return new Verification(output)
        .verify(Files.write(root.resolve(Sha256.of(file).abbreviated() + ".pdf"), file));
  }

  private List<String> codes(byte[] file) throws IOException {
    return verify(file).findings().stream().map(Finding::code).toList();
  }
}
