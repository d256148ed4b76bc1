package pledgebook.publication;

import org.jspecify.annotations.Nullable;
import pledgebook.warehouse.Warehouse;

/// The passports of the edition being published, issued once for every output that shows them.
final class IssuedPassports {
  private final Warehouse warehouse;
  private @Nullable Edition edition;
  private @Nullable Passports passports;

  /// @param warehouse holds the relations of the edition's reconciled round
  IssuedPassports(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  Passports of(Edition edition) {
    Passports issued = passports;
    if (issued == null || !edition.equals(this.edition)) {
      issued = PassportComposer.of(edition, warehouse);
      passports = issued;
      this.edition = edition;
    }
    return issued;
  }
}
