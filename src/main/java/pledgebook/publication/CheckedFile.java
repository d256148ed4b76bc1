package pledgebook.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.SkippedRule;
import pledgebook.observation.Judgement;
import pledgebook.vocabulary.EntityCode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A file that was judged by itself, before it was sent.
///
/// @param file its name
/// @param entity whose it is; null when that cannot be told
/// @param judgement what stands against it; of a file that was refused the reason alone
public record CheckedFile(String file, @Nullable EntityCode entity, Judgement judgement) {

  /// Tells whether something has to be done before it is sent.
  public boolean blocks() {
    return judgement.findings().stream().anyMatch(finding -> finding.severity().blocks());
  }

  /// The judgements as JSON: findings and skipped rules as findings.json has them.
  public static String json(int year, List<CheckedFile> files) {
    ObjectNode json = Json.object();
    json.put("year", year);
    ArrayNode checked = json.putArray("files");
    for (CheckedFile file : files) {
      ObjectNode object = checked.addObject();
      object.put("file", file.file);
      object.put("entity", file.entity == null ? null : file.entity.value());
      object.put("state", file.blocks() ? "findings" : "clean");
      ArrayNode findings = object.putArray("findings");
      file.judgement
          .resolved()
          .forEach(resolved -> FindingsFile.ForPrograms.describe(findings.addObject(), resolved));
      ArrayNode skipped = object.putArray("skipped_rules");
      for (SkippedRule rule : file.judgement.skipped()) {
        skipped.addObject().put("code", rule.code()).put("reason", rule.reason());
      }
    }
    return Json.text(json);
  }
}
