package pledgebook.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import pledgebook.job.Progress;

/// One line at the foot of a terminal that is drawn over and over, and wiped at the end.
final class ProgressBar implements Progress, AutoCloseable {
  private static final int CELLS = 20;
  private static final String WIPE = "\r\u001b[K";

  private final PrintStream out;
  private final PrintStream notes;
  private String label = "";
  private int done;
  private int of = 1;
  private int parts;

  private ProgressBar(PrintStream out, PrintStream notes) {
    this.out = out;
    this.notes = notes;
  }

  /// A bar for a person, silence for a pipe.
  static ProgressBar on(Terminal terminal) {
    return new ProgressBar(
        terminal.interactive()
            ? terminal.out()
            : new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        terminal.err());
  }

  @Override
  public synchronized void begin(String sentence, int doneSentences, int sentences) {
    label = sentence;
    done = doneSentences;
    of = sentences;
    parts = 0;
    draw("");
  }

  @Override
  public synchronized void part(String name) {
    parts++;
    draw("（" + parts + "）" + name);
  }

  /// A note stays, also for a pipe.
  @Override
  public synchronized void note(String sentence) {
    notes.println(sentence);
  }

  private void draw(String part) {
    int filled = CELLS * done / of;
    out.print(WIPE + "█".repeat(filled) + "░".repeat(CELLS - filled) + " " + label + part);
    out.flush();
  }

  @Override
  public synchronized void close() {
    out.print(WIPE);
    out.flush();
  }
}
