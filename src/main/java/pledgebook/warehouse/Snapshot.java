package pledgebook.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pledgebook.finding.Finding;
import pledgebook.vocabulary.Messages;

/// A copy of the warehouse that nothing can be written to and from which no file can be reached:
/// what a round's own rules run on. A rule is one query over the warehouse's tables; whatever else
/// it is, it is refused with a reason.
public final class Snapshot implements AutoCloseable {
  /// No honest rule takes so long.
  private static final int SECONDS = 60;

  /// More findings than anybody reads.
  private static final int MOST_FINDINGS = 100_000;

  private static final Pattern BEGINNING = Pattern.compile("(?is)(select|with|from)\\b.*");

  /// What is not a function of the data: chance, the clock, the machine.
  private static final Pattern UNSTEADY =
      Pattern.compile(
          "\"(?:function_name|column_names)\":\\[?\"("
              + "random|uuid|uuidv4|uuidv7|gen_random_uuid|setseed|now|today|current_date|current_time"
              + "|current_timestamp|localtime|localtimestamp|get_current_time|get_current_timestamp"
              + "|transaction_timestamp|getenv|current_setting|nextval|currval|version)\"");

  private static final Pattern CATALOG =
      Pattern.compile(
          "\"schema_name\":\"(information_schema|pg_catalog)\"|\"table_name\":\"((?:duckdb|pragma|sqlite)_[^\"]*)\"");

  private final Path folder;
  private final Connection connection;

  private Snapshot(Path folder, Connection connection) {
    this.folder = folder;
    this.connection = connection;
  }

  /// Opens a file the warehouse was copied to, in a folder of its own, which goes when it is
  /// closed.
  static Snapshot open(Path folder, Path file) throws SQLException {
    Properties settings = new Properties();
    Allowance.besideFile().into(settings);
    settings.setProperty("access_mode", "READ_ONLY");
    settings.setProperty("enable_external_access", "false");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("lock_configuration", "true");
    return new Snapshot(folder, DriverManager.getConnection("jdbc:duckdb:" + file, settings));
  }

  /// Runs a rule.
  ///
  /// @return a finding per offending row
  /// @throws CheckRefused when it is more than a query, or cannot be run
  public List<Finding> run(Check check) throws CheckRefused {
    requireQuery(check.query());
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(SECONDS);
      try (ResultSet rows = statement.executeQuery(check.query())) {
        check.requireColumns(columns(rows.getMetaData()));
        requireList(rows.getMetaData());
        return findings(check, rows);
      }
    } catch (SQLException e) {
      throw new CheckRefused("failed", "reason", firstLine(e));
    } catch (IllegalArgumentException | IllegalStateException e) {
      // A code of six digits that is none, a column that is no list.
      throw new CheckRefused("row", "reason", String.valueOf(e.getMessage()));
    }
  }

  private static List<Finding> findings(Check check, ResultSet rows)
      throws SQLException, CheckRefused {
    List<Finding> findings = new ArrayList<>();
    Fields fields = new Fields(rows);
    while (rows.next()) {
      if (findings.size() == MOST_FINDINGS) {
        throw new CheckRefused("too-many", "most", MOST_FINDINGS);
      }
      String message = Messages.fill(check.message(), fields.holes());
      findings.add(FindingRows.of(check.code(), check.severity(), message, fields));
    }
    return findings;
  }

  private static List<String> columns(ResultSetMetaData rows) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= rows.getColumnCount(); i++) {
      columns.add(rows.getColumnName(i));
    }
    return columns;
  }

  private static void requireList(ResultSetMetaData rows) throws SQLException, CheckRefused {
    for (int i = 1; i <= rows.getColumnCount(); i++) {
      if (rows.getColumnName(i).equals("indicators") && !rows.getColumnTypeName(i).endsWith("[]")) {
        throw new CheckRefused("indicators");
      }
    }
  }

  /// DuckDB itself parses the text: one statement, and that a query.
  private void requireQuery(String query) throws CheckRefused {
    if (query.isBlank()) {
      throw new CheckRefused("empty");
    }
    if (!BEGINNING.matcher(query.strip()).matches()) {
      throw new CheckRefused("not-a-query");
    }
    String parsed = parsed(query);
    if (parsed.contains("\"type\":\"TABLE_FUNCTION\"")) {
      throw new CheckRefused("table-function");
    }
    Matcher unsteady = UNSTEADY.matcher(parsed);
    if (unsteady.find()) {
      throw new CheckRefused("unsteady", "function", unsteady.group(1));
    }
    if (CATALOG.matcher(parsed).find()) {
      throw new CheckRefused("catalog");
    }
  }

  private String parsed(String query) throws CheckRefused {
    String sql =
        "select j::varchar as tree, json_extract_string(j, '$.error') as failed,"
            + " json_extract_string(j, '$.error_message') as reason,"
            + " json_array_length(j, '$.statements') as statements"
            + " from (select json_serialize_sql(?::varchar) as j)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, query);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        if (Boolean.parseBoolean(row.getString("failed"))) {
          throw new CheckRefused("not-parsed", "reason", row.getString("reason"));
        }
        if (row.getInt("statements") != 1) {
          throw new CheckRefused("not-a-query");
        }
        return row.getString("tree");
      }
    } catch (SQLException e) {
      throw new CheckRefused("not-parsed", "reason", firstLine(e));
    }
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    try {
      connection.close();
      delete(folder);
    } catch (SQLException e) {
      throw WarehouseFailures.unexpected(e);
    }
  }

  /// Removes the folder a copy lies in.
  static void delete(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
