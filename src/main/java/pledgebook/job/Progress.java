package pledgebook.job;

/// Told how far a run has come; a terminal draws a bar, a pipe draws nothing.
public interface Progress {
  /// A sentence of the job begins.
  ///
  /// @param label its Chinese name
  /// @param done sentences already done
  /// @param of sentences in all
  void begin(String label, int done, int of);

  /// A part of the present sentence, such as a workbook, is done.
  void part(String name);

  /// Something to know before it starts, in a Chinese sentence.
  void note(String sentence);

  /// Nobody watches.
  static Progress silent() {
    return new Progress() {
      @Override
      public void begin(String label, int done, int of) {}

      @Override
      public void part(String name) {}

      @Override
      public void note(String sentence) {}
    };
  }
}
