package pledgebook.workbook;

/// A file that cannot be read as a workbook.
public final class WorkbookRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient WorkbookFault fault;

  public WorkbookRefused(WorkbookFault fault) {
    super(fault.toString());
    this.fault = fault;
  }

  /// What is wrong with it.
  public WorkbookFault fault() {
    return fault;
  }
}
