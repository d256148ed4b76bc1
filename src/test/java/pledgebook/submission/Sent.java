package pledgebook.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.registry.Round;
import pledgebook.vocabulary.Sha256;
import pledgebook.workbook.WorkbookContent;
import pledgebook.workbook.WorkbookLimits;
import pledgebook.workbook.WorkbookReader;
import pledgebook.workbook.WorkbookRefused;
import pledgebook.workbook.WorkbookWriter;

/// A file lying in a member's folder, and what reading it gives.
record Sent(Round round, ReceivedFile file) {
  static final String TIME = "2025-02-20T09:00:00+08:00";

  static Sent workbook(Round round, Path folder, String name, WorkbookContent content) {
    Path path = place(folder, name);
    WorkbookWriter.write(content, path);
    return at(round, path, name, TIME);
  }

  static Sent bytes(Round round, Path folder, String name, byte[] bytes) {
    try {
      Path path = place(folder, name);
      Files.write(path, bytes);
      return at(round, path, name, TIME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sent at(Round round, Path path, String name, @Nullable String time) {
    try {
      String origin = time == null ? null : "示例";
      return new Sent(round, new ReceivedFile(path, name, Sha256.of(path), time, origin));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path place(Path folder, String name) {
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(path.resolveSibling(""));
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Intake examined() {
    return new SubmissionReader(round).examine(file);
  }

  List<Finding> findings() {
    return switch (examined()) {
      case Intake.Received(Submission submission, List<Finding> findings) -> findings;
      case Intake.Rejected(String name, Sha256 sha256, Finding reason) ->
          throw new IllegalStateException(reason.message());
    };
  }

  Finding rejection() {
    return switch (examined()) {
      case Intake.Rejected(String name, Sha256 sha256, Finding reason) -> reason;
      case Intake.Received received -> throw new IllegalStateException(received.toString());
    };
  }

  Recording staged() {
    Recording recording = new Recording();
    try (WorkbookReader workbook = WorkbookReader.open(file.path(), WorkbookLimits.standard())) {
      new Examination(round, file).of(workbook, recording);
    } catch (WorkbookRefused e) {
      throw new IllegalStateException(e);
    }
    return recording;
  }
}
