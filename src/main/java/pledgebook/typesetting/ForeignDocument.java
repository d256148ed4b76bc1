package pledgebook.typesetting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.jspecify.annotations.Nullable;
import pledgebook.typesetting.DocumentRefused.Reason;

/// A PDF from outside, read as hostile: bounded in bytes, packed and unpacked, in pages, letters
/// and time. What lies beyond a bound, is encrypted or cannot be read is refused.
///
/// @param identity the file identifier as hexadecimal digits: of a [Document], the first 32 of
///   [Imprint#identity]
public record ForeignDocument(List<ForeignPage> pages, Optional<String> identity) {
  /// A booklet has a few hundred kilobytes and twelve pages.
  static final Bounds BOUNDS =
      new Bounds(64L << 20, 256L << 20, 64, 200_000, Duration.ofSeconds(40));

  static {
    // The library would search the whole machine for fonts, and keep what it found in a file.
    FontMappers.set(new OneFont());
  }

  /// What is read of a file at most.
  ///
  /// @param bytes of the file
  /// @param unpacked bytes of its streams, unpacked
  record Bounds(long bytes, long unpacked, int pages, int letters, Duration time) {}

  public ForeignDocument {
    pages = List.copyOf(pages);
  }

  /// Reads a file.
  ///
  /// @throws IOException when the file itself cannot be read
  public static ForeignDocument read(Path file) throws IOException, DocumentRefused {
    return read(bytes(file), BOUNDS);
  }

  /// The bytes of a file that is not too large.
  public static byte[] bytes(Path file) throws IOException, DocumentRefused {
    return bytes(file, BOUNDS.bytes());
  }

  static byte[] bytes(Path file, long most) throws IOException, DocumentRefused {
    // Whoever opens a pipe waits until somebody writes to it.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new DocumentRefused(Reason.NOT_A_FILE);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) most + 1);
      if (bytes.length > most) {
        throw new DocumentRefused(Reason.TOO_LARGE);
      }
      return bytes;
    }
  }

  /// Reads a file that has been taken in.
  public static ForeignDocument read(byte[] bytes) throws DocumentRefused {
    return read(bytes, BOUNDS);
  }

  static ForeignDocument read(byte[] bytes, Bounds bounds) throws DocumentRefused {
    return within(
        bounds,
        () -> {
          try (PDDocument document = load(bytes, bounds)) {
            return new ForeignDocument(
                LetterReader.read(document, bounds.letters()), identity(document));
          }
        });
  }

  /// Work on a document.
  @FunctionalInterface
  interface Reading<T> {
    T read() throws IOException, DocumentRefused;
  }

  /// Does work on a thread of its own that nobody waits for when its time is over: a walk through a
  /// PDF cannot be interrupted.
  static <T> T within(Bounds bounds, Reading<T> reading) throws DocumentRefused {
    FutureTask<T> task = new FutureTask<>(reading::read);
    Thread.ofPlatform().daemon().name("foreign-document").start(task);
    try {
      return task.get(bounds.time().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new DocumentRefused(Reason.TOO_SLOW);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DocumentRefused(Reason.TOO_SLOW);
    } catch (ExecutionException e) {
      throw refusal(e.getCause());
    }
  }

  private static DocumentRefused refusal(@Nullable Throwable cause) {
    return switch (cause) {
      case DocumentRefused refused -> refused;
      case InvalidPasswordException _ -> new DocumentRefused(Reason.ENCRYPTED);
      case OutOfMemoryError _ -> new DocumentRefused(Reason.TOO_LARGE);
      case null, default -> new DocumentRefused(Reason.BROKEN);
    };
  }

  static PDDocument load(byte[] bytes, Bounds bounds) throws IOException, DocumentRefused {
    if (Inflation.exceeds(bytes, bounds.unpacked())) {
      throw new DocumentRefused(Reason.TOO_LARGE);
    }
    PDDocument document =
        Loader.loadPDF(
            new RandomAccessReadBuffer(bytes),
            "",
            null,
            null,
            MemoryUsageSetting.setupMainMemoryOnly(bounds.unpacked()).streamCache);
    Reason refused = null;
    if (document.isEncrypted()) {
      refused = Reason.ENCRYPTED;
    } else if (document.getNumberOfPages() > bounds.pages()) {
      refused = Reason.TOO_LARGE;
    } else if (document.getNumberOfPages() < 1) {
      refused = Reason.BROKEN;
    }
    if (refused != null) {
      document.close();
      throw new DocumentRefused(refused);
    }
    return document;
  }

  /// The file identifier alone.
  ///
  /// @see #identity()
  public static Optional<String> identity(byte[] file) throws DocumentRefused {
    return within(
        BOUNDS,
        () -> {
          try (PDDocument document = load(file, BOUNDS)) {
            return identity(document);
          }
        });
  }

  private static Optional<String> identity(PDDocument document) {
    COSArray identifiers = document.getDocument().getDocumentID();
    return identifiers != null
            && identifiers.size() > 0
            && identifiers.getObject(0) instanceof COSString first
        ? Optional.of(HexFormat.of().formatHex(first.getBytes()))
        : Optional.empty();
  }
}
