package pledgebook.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Where a command speaks.
///
/// @param out what was asked for
/// @param err what stands in the way
/// @param interactive a person watches: a progress bar makes sense
record Terminal(PrintStream out, PrintStream err, boolean interactive) {

  /// The terminal of this process. Chinese is written as UTF-8 unless the terminal says it uses
  /// another character set that has it, such as GBK.
  // JDK 25 gives null again where there is no terminal; the check knows only JDK 22 to 24.
  @SuppressWarnings("SystemConsoleNull")
  static Terminal ofProcess() {
    Console console = System.console();
    boolean interactive = console != null && console.isTerminal();
    Charset charset =
        console != null && interactive ? able(console.charset()) : StandardCharsets.UTF_8;
    return new Terminal(
        stream(FileDescriptor.out, charset), stream(FileDescriptor.err, charset), interactive);
  }

  private static Charset able(Charset charset) {
    return charset.canEncode() && charset.newEncoder().canEncode('数')
        ? charset
        : StandardCharsets.UTF_8;
  }

  private static PrintStream stream(FileDescriptor descriptor, Charset charset) {
    return new PrintStream(new FileOutputStream(descriptor), true, charset);
  }

  /// A writer onto one of the streams, in its character set.
  PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }
}
