package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import pledgebook.registry.Project;
import pledgebook.registry.Round;
import pledgebook.statement.Promise;
import pledgebook.statement.StatementCompiler;
import pledgebook.typesetting.Document;
import pledgebook.typesetting.Imprint;
import pledgebook.vocabulary.Messages;
import pledgebook.vocabulary.Sha256;

/// 实事项目清单.pdf: a new round as a newspaper prints it, when nothing has been reported yet. It needs
/// the definition of the round alone, and is no part of an edition.
public final class Announcement {
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;
  private static final String NAME = "实事项目清单.pdf";

  private Announcement() {}

  /// Writes it into a folder.
  ///
  /// @param program the program's version
  /// @return the file
  /// @throws pledgebook.finding.Failure `publication.output-not-writable`,
  ///   `publication.not-written`; `publication.overflow` when it does not fit its page in the
  ///   smallest size; `statement.unbound-digit`, `typesetting.missing-glyph`
  public static Path write(Round round, String program, Path folder) {
    byte[] sheet = print(round, program);
    Publisher.requireWritable(folder);
    try {
      return WholeFile.write(folder, NAME, file -> Files.write(file, sheet));
    } catch (IOException e) {
      throw PublicationFailures.notWritten(NAME, e);
    }
  }

  /// Lays it out: the same definition and program, the same bytes.
  static byte[] print(Round round, String program) {
    List<Promise> promises = StatementCompiler.promises(round);
    String title = title(round);
    Document document =
        Document.begin(
            new Imprint(
                title,
                MESSAGES.text("announcement.subject", "title", title),
                published(round),
                Sha256.of("announcement " + program + " " + round.checksum())));
    new AnnouncementSheet(document, round, title, promises).lay();
    return document.finish();
  }

  /// The round's title without the words that belong to its end.
  private static String title(Round round) {
    String ending = MESSAGES.text("announcement.not-yet");
    String title = round.title();
    return title.endsWith(ending) ? title.substring(0, title.length() - ending.length()) : title;
  }

  private static LocalDate published(Round round) {
    return round.projects().stream()
        .map(Project::source)
        .map(source -> source.date())
        .max(LocalDate::compareTo)
        .orElse(round.period().start());
  }
}
