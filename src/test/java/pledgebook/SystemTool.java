package pledgebook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// A test that looks through a tool of the system (pdftotext, LibreOffice): run by .ci/run, which
/// installs the tools, and named as skipped elsewhere.
@Tag("system-tool")
@EnabledIfSystemProperty(
    named = "system.tools",
    matches = "true",
    disabledReason = "needs a tool of the system; .ci/run runs it")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SystemTool {}
