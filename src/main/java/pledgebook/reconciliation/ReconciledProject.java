package pledgebook.reconciliation;

/// A project's verdict.
///
/// @param exceeded it is completed, and a committed indicator went beyond its figure
/// @param aspirationMissed an aspiration (力争) of it was missed, which blocks no verdict
public record ReconciledProject(
    int number, ProjectVerdict verdict, boolean exceeded, boolean aspirationMissed) {}
