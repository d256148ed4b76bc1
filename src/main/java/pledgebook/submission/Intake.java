package pledgebook.submission;

import java.util.List;
import pledgebook.finding.Finding;
import pledgebook.vocabulary.Sha256;

/// What came of a file.
public sealed interface Intake {
  /// Its path below input/<year>, with slashes.
  String file();

  /// The hash of its bytes.
  Sha256 sha256();

  /// It is a submission of this round.
  ///
  /// @param findings what was noticed while reading it
  record Received(Submission submission, List<Finding> findings) implements Intake {
    public Received {
      findings = List.copyOf(findings);
    }

    @Override
    public String file() {
      return submission.file();
    }

    @Override
    public Sha256 sha256() {
      return submission.sha256();
    }
  }

  /// It cannot be taken as one; it is kept, supersedes nothing, and its sender is told why.
  record Rejected(String file, Sha256 sha256, Finding reason) implements Intake {}
}
