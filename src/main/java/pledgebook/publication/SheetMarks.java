package pledgebook.publication;

/// What every sheet of the summary carries.
///
/// @param notices below the title
/// @param footer at the foot of each printed page
record SheetMarks(Notices notices, String footer) {}
