package pledgebook.reconciliation;

/// A project's verdict.
public record ReconciledProject(int number, ProjectVerdict verdict) {}
