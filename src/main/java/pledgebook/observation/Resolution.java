package pledgebook.observation;

import java.time.LocalDate;

/// What became of a finding. Only 核实 can be cleared: by the member, who says why the value is
/// right, or by the secretariat, which waives it. What a file was rejected for went back with it.
public sealed interface Resolution {
  /// It stands.
  record Open() implements Resolution {}

  /// The file it speaks of was rejected and returned; nothing rests on it.
  record Returned() implements Resolution {}

  /// The member explained it.
  ///
  /// @param text what the member wrote
  /// @param cell sheet and cell it is written in
  record Explained(String text, String cell) implements Resolution {}

  /// The secretariat waived it.
  ///
  /// @param by who decided
  /// @param on when
  record Waived(String reason, String by, LocalDate on) implements Resolution {}
}
