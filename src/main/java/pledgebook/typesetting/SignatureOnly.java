package pledgebook.typesetting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jspecify.annotations.Nullable;

/// Compares two documents object by object, from the catalogue down, and lets pass what an
/// invisible signature brings along: the form with its field, the field's place on the first page,
/// the date of change and the program that changed it.
final class SignatureOnly {
  /// Of the packet that describes a document, what a change changes; and then its markup.
  private static final Pattern CHANGING =
      Pattern.compile("<(xmp:ModifyDate|xmp:MetadataDate|pdf:Producer)>[^<]*</\\1>|<[^>]*>|\\s+");

  private static final List<COSName> CHANGING_KEYS = List.of(COSName.MOD_DATE, COSName.PRODUCER);

  /// Two objects that must be alike.
  private record Pair(@Nullable COSBase before, @Nullable COSBase after) {}

  /// Known by identity: what has been compared, and what waits to be.
  private final Set<Pair> seen = new HashSet<>();

  private final Deque<Pair> open = new ArrayDeque<>();

  private SignatureOnly() {}

  static boolean isAllThatDiffers(PDDocument before, PDDocument after) throws IOException {
    COSDictionary original = before.getDocumentCatalog().getCOSObject();
    COSDictionary signed = after.getDocumentCatalog().getCOSObject();
    if (!described(before).equals(described(after))) {
      return false;
    }
    original.removeItem(COSName.METADATA);
    signed.removeItem(COSName.METADATA);
    signed.removeItem(COSName.ACRO_FORM);
    withdraw(before.getPage(0).getCOSObject(), after.getPage(0).getCOSObject());
    COSDictionary told = before.getDocumentInformation().getCOSObject();
    COSDictionary toldAfter = after.getDocumentInformation().getCOSObject();
    CHANGING_KEYS.forEach(told::removeItem);
    CHANGING_KEYS.forEach(toldAfter::removeItem);
    SignatureOnly comparison = new SignatureOnly();
    comparison.open.add(new Pair(original, signed));
    comparison.open.add(new Pair(told, toldAfter));
    return comparison.run();
  }

  private static String described(PDDocument document) throws IOException {
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    String packet =
        metadata == null ? "" : new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    return CHANGING.matcher(packet).replaceAll("");
  }

  /// Takes the signature's field off a page.
  private static void withdraw(COSDictionary before, COSDictionary after) {
    COSArray annotations = after.getCOSArray(COSName.ANNOTS);
    if (annotations == null) {
      return;
    }
    for (int i = annotations.size() - 1; i >= 0; i--) {
      if (annotations.getObject(i) instanceof COSDictionary annotation && isInvisible(annotation)) {
        annotations.remove(i);
      }
    }
    if (annotations.size() == 0 && !before.containsKey(COSName.ANNOTS)) {
      after.removeItem(COSName.ANNOTS);
    }
  }

  private static boolean isInvisible(COSDictionary annotation) {
    COSArray area = annotation.getCOSArray(COSName.RECT);
    boolean empty = area != null && area.size() == 4;
    for (int i = 0; empty && i < 4; i++) {
      empty = area.getObject(i) instanceof COSNumber edge && edge.floatValue() == 0;
    }
    return empty
        && COSName.WIDGET.equals(annotation.getCOSName(COSName.SUBTYPE))
        && COSName.SIG.equals(annotation.getCOSName(COSName.FT));
  }

  private boolean run() throws IOException {
    while (!open.isEmpty()) {
      Pair pair = open.pop();
      if (!areAlike(resolved(pair.before()), resolved(pair.after()))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable COSBase resolved(@Nullable COSBase object) {
    return object instanceof COSObject reference ? reference.getObject() : object;
  }

  private boolean areAlike(@Nullable COSBase before, @Nullable COSBase after) throws IOException {
    return switch (before) {
      case COSDictionary dictionary ->
          after instanceof COSDictionary other && haveAlikeKeys(dictionary, other);
      case COSArray array ->
          after instanceof COSArray other && array.size() == other.size() && enqueue(array, other);
      case COSNumber number ->
          after instanceof COSNumber other && number.floatValue() == other.floatValue();
      case COSString string -> string.equals(after);
      case null, default -> Objects.equals(before, after);
    };
  }

  private boolean enqueue(COSArray before, COSArray after) {
    for (int i = 0; i < before.size(); i++) {
      open.push(new Pair(before.get(i), after.get(i)));
    }
    return true;
  }

  private boolean haveAlikeKeys(COSDictionary before, COSDictionary after) throws IOException {
    if (!seen.add(new Pair(before, after))) {
      return true;
    }
    if (!names(before).equals(names(after)) || !haveAlikeBytes(before, after)) {
      return false;
    }
    for (COSName key : before.keySet()) {
      open.push(new Pair(before.getItem(key), after.getItem(key)));
    }
    return true;
  }

  private static Set<String> names(COSDictionary dictionary) {
    Set<String> names = new TreeSet<>();
    dictionary.keySet().forEach(key -> names.add(key.getName()));
    return names;
  }

  private static boolean haveAlikeBytes(COSDictionary before, COSDictionary after)
      throws IOException {
    if (!(before instanceof COSStream stream) || !(after instanceof COSStream other)) {
      return !(before instanceof COSStream) && !(after instanceof COSStream);
    }
    try (InputStream left = stream.createRawInputStream();
        InputStream right = other.createRawInputStream()) {
      return Arrays.equals(left.readAllBytes(), right.readAllBytes());
    }
  }
}
