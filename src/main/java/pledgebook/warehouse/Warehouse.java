package pledgebook.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The tables of one round, schemas named as the rooms. One process writes; several threads of it
/// may: each call works on a connection of its own, in one transaction.
public final class Warehouse implements AutoCloseable {
  private final DuckDBConnection root;
  private final TextSources sources = new TextSources();

  private final Allowance allowance;

  private Warehouse(DuckDBConnection root, Allowance allowance) {
    this.root = root;
    this.allowance = allowance;
  }

  /// Opens the file, or makes it.
  ///
  /// @throws pledgebook.finding.Failure `warehouse.locked` when another run holds it
  public static Warehouse open(Path file) {
    return connect("jdbc:duckdb:" + file, file.getFileName().toString(), Allowance.besideFile());
  }

  /// A warehouse that is gone when closed.
  public static Warehouse inMemory() {
    return inMemory(Allowance.inMemory());
  }

  static Warehouse inMemory(Allowance allowance) {
    return connect("jdbc:duckdb:", "memory", allowance);
  }

  private static Warehouse connect(String url, String name, Allowance allowance) {
    Properties settings = new Properties();
    allowance.into(settings);
    // Nothing a workbook or a rule says may reach files or load code.
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    try {
      Connection connection = DriverManager.getConnection(url, settings);
      Warehouse warehouse = new Warehouse(connection.unwrap(DuckDBConnection.class), allowance);
      warehouse.sources.register(warehouse.root);
      warehouse.execute(SqlFile.of("warehouse/macros.sql").text());
      return warehouse;
    } catch (SQLException e) {
      throw WarehouseFailures.opening(name, e);
    }
  }

  /// Makes a relation from its file: declares the table when the file says `create table if not
  /// exists`, else replaces the table by what the file selects.
  public void create(Relation relation) {
    SqlFile file = SqlFile.of(relation.room() + "/" + relation.name() + ".sql");
    try (DuckDBConnection connection = root.duplicate();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists " + relation.room());
      statement.execute(
          file.declares()
              ? file.text()
              : "create or replace table " + relation + " as\n" + file.text());
    } catch (SQLException e) {
      throw WarehouseFailures.building(relation, e);
    }
  }

  /// Makes several relations of one room in the order given.
  public void createAll(String room, List<String> names) {
    names.forEach(name -> create(new Relation(room, name)));
  }

  /// Appends rows to several tables in one transaction: all of them or none.
  ///
  /// @param key rows whose column `submission` holds it are removed first, so that the same rows
  ///   can be appended again; null removes every row
  public void replace(@Nullable String key, List<Relation> tables, Consumer<Appenders> rows) {
    write(
        connection -> {
          for (Relation table : tables) {
            delete(connection, table, key);
          }
        },
        rows);
  }

  /// Appends rows in one transaction to what is there.
  public void append(Consumer<Appenders> rows) {
    write(connection -> {}, rows);
  }

  private void write(Beginning beginning, Consumer<Appenders> rows) {
    try (DuckDBConnection connection = root.duplicate()) {
      connection.setAutoCommit(false);
      beginning.of(connection);
      try (Appenders appenders = new Appenders(connection, sources)) {
        rows.accept(appenders);
      }
      connection.commit();
    } catch (SQLException e) {
      throw WarehouseFailures.unexpected(e);
    }
  }

  private interface Beginning {
    void of(DuckDBConnection connection) throws SQLException;
  }

  /// Puts rows from Parquet files in the place of those whose column `submission` holds the key, in
  /// one transaction.
  ///
  /// @throws pledgebook.finding.Failure `warehouse.statement-failed` when a file cannot be read or
  ///   holds other columns
  public void replaceFrom(String key, Map<Relation, Path> files) {
    try (DuckDBConnection connection = root.duplicate();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (Map.Entry<Relation, Path> file : files.entrySet()) {
        delete(connection, file.getKey(), key);
        statement.execute(
            "insert into "
                + file.getKey()
                + " by name from read_parquet("
                + quoted(file.getValue().toString())
                + ")");
      }
      connection.commit();
    } catch (SQLException e) {
      throw WarehouseFailures.unexpected(e);
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static void delete(DuckDBConnection connection, Relation table, @Nullable String key)
      throws SQLException {
    String all = "delete from " + table;
    try (var statement =
        connection.prepareStatement(key == null ? all : all + " where submission = ?")) {
      if (key != null) {
        statement.setString(1, key);
      }
      statement.executeUpdate();
    }
  }

  /// Reads a relation in its own order, which is total wherever the relation's file orders.
  public <T> List<T> read(Relation relation, Function<Fields, T> record) {
    return query("from " + relation, record);
  }

  /// Drops every relation but these.
  public void dropAllBut(List<Relation> kept) {
    record Held(Relation relation, String kind) {}
    List<Held> held =
        query(
            "select schema_name, table_name as name, 'table' as kind from duckdb_tables()"
                + " where not internal union all"
                + " select schema_name, view_name, 'view' from duckdb_views() where not internal",
            fields ->
                new Held(
                    new Relation(fields.text("schema_name"), fields.text("name")),
                    fields.text("kind")));
    for (Held each : held) {
      if (!kept.contains(each.relation())) {
        execute("drop " + each.kind() + " " + each.relation());
      }
    }
  }

  /// Reads the first rows of a relation, in its own order.
  public <T> List<T> first(Relation relation, int most, Function<Fields, T> record) {
    return query("from " + relation + " limit " + most, record);
  }

  /// How many rows a relation has.
  public long count(Relation relation) {
    return query("select count(*) as rows from " + relation, f -> f.decimal("rows"))
        .getFirst()
        .longValueExact();
  }

  /// Hands over the rows of a relation one by one; however many there are, a few are held at a
  /// time.
  ///
  /// @param order the columns the rows come ordered by; none: the relation's own order
  public void each(Relation relation, List<String> order, Consumer<Fields> row) {
    String sql =
        "from " + relation + (order.isEmpty() ? "" : " order by " + String.join(", ", order));
    try (DuckDBConnection connection = root.duplicate();
        Statement statement = connection.createStatement()) {
      statement.execute("set session jdbc_stream_results = true");
      try (ResultSet rows = statement.executeQuery(sql)) {
        Fields fields = new Fields(rows);
        while (rows.next()) {
          row.accept(fields);
        }
      }
    } catch (SQLException e) {
      throw WarehouseFailures.unexpected(e);
    }
  }

  /// Tells whether a relation has been made.
  public boolean holds(Relation relation) {
    return !query(
            "select 1 as one from duckdb_tables() where schema_name = '"
                + relation.room()
                + "' and table_name = '"
                + relation.name()
                + "'",
            fields -> fields.integer("one"))
        .isEmpty();
  }

  /// The names of a relation's columns, in order.
  public List<String> columns(Relation relation) {
    return query("describe " + relation, fields -> fields.text("column_name"));
  }

  /// Runs rules side by side, on as many threads as there are processors, and appends a row per
  /// offending row to a table of findings: submission (null), the columns of [FindingRows], places
  /// and returned. Whoever reads them puts them in order.
  public void runAll(List<Check> checks, Relation findings) {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<?>> running = new ArrayList<>();
      for (Check check : checks) {
        running.add(threads.submit(() -> execute(CheckInsert.of(check, findings))));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Tells whether a relation holds no row.
  public boolean isEmpty(Relation relation) {
    return query("select 1 as one from " + relation + " limit 1", fields -> fields.integer("one"))
        .isEmpty();
  }

  /// A copy of what is held now, for queries that must not touch anything else.
  ///
  /// @throws pledgebook.finding.Failure `warehouse.not-copied` when there is no place for it
  public Snapshot snapshot() {
    try {
      Path folder = Files.createTempDirectory("pledgebook");
      Path file = folder.resolve("copy.duckdb");
      String name = query("select current_database() as name", f -> f.text("name")).getFirst();
      String place = file.toString().replace("'", "''");
      execute("attach '" + place + "' as pledgebook_copy");
      try {
        execute("copy from database \"" + name + "\" to pledgebook_copy");
      } finally {
        execute("detach pledgebook_copy");
      }
      return Snapshot.open(folder, file);
    } catch (IOException e) {
      throw WarehouseFailures.copying(e);
    } catch (SQLException e) {
      throw WarehouseFailures.unexpected(e);
    }
  }

  /// Writes a relation as a Parquet file, rows in total order of all columns.
  public void writeParquet(Relation relation, Path file) {
    execute(
        "copy (from "
            + relation
            + " order by all) to '"
            + file.toString().replace("'", "''")
            + "' (format parquet, compression zstd)");
  }

  /// Writes the rows whose column `submission` holds the key as a Parquet file, in the order they
  /// were put in.
  public void writeRows(Relation table, String key, Path file) {
    execute(
        "copy (from "
            + table
            + " where submission = "
            + quoted(key)
            + ") to "
            + quoted(file.toString())
            + " (format parquet, compression zstd)");
  }

  /// Keeps what is written safe on disk: after a crash the file holds at least this.
  public void checkpoint() {
    execute("checkpoint");
  }

  private void execute(String sql) {
    try (DuckDBConnection connection = root.duplicate();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw WarehouseFailures.unexpected(e);
    }
  }

  private <T> List<T> query(String sql, Function<Fields, T> record) {
    try (DuckDBConnection connection = root.duplicate();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<T> records = new ArrayList<>();
      Fields fields = new Fields(rows);
      while (rows.next()) {
        records.add(record.apply(fields));
      }
      return records;
    } catch (SQLException e) {
      throw WarehouseFailures.unexpected(e);
    }
  }

  @Override
  public void close() {
    try {
      root.close();
    } catch (SQLException e) {
      throw WarehouseFailures.unexpected(e);
    } finally {
      allowance.release();
    }
  }

  /// Appenders to the tables of one transaction.
  public static final class Appenders implements AutoCloseable {
    private final DuckDBConnection connection;
    private final TextSources sources;
    private final Map<Relation, DuckDBAppender> open = new LinkedHashMap<>();
    private @Nullable TextLoad load;

    private Appenders(DuckDBConnection connection, TextSources sources) {
      this.connection = connection;
      this.sources = sources;
    }

    /// Begins to take in many rows of text; until it is finished nothing else may be done in the
    /// transaction.
    ///
    /// @param fixed texts that are the same in every row
    /// @param width how many texts each of a row's two lists has
    public TextLoad load(Relation table, List<String> fixed, int width) {
      flush();
      load = TextLoad.into(connection, sources, table, new TextLoad.Texts(fixed, width));
      return load;
    }

    /// The appender of a table; the same for the whole transaction.
    public RowAppender to(Relation table) {
      return new RowAppender(
          open.computeIfAbsent(
              table,
              t -> {
                try {
                  return connection.createAppender(t.room(), t.name());
                } catch (SQLException e) {
                  throw WarehouseFailures.building(t, e);
                }
              }));
    }

    /// Removes rows of the transaction again.
    ///
    /// @param texts what the columns of those rows hold
    public void remove(Relation table, java.util.Map<String, String> texts) {
      flush();
      String condition =
          texts.keySet().stream()
              .sorted()
              .map(column -> column + " = ?")
              .collect(java.util.stream.Collectors.joining(" and "));
      try (var statement =
          connection.prepareStatement("delete from " + table + " where " + condition)) {
        int place = 0;
        for (String column : texts.keySet().stream().sorted().toList()) {
          statement.setString(++place, texts.get(column));
        }
        statement.executeUpdate();
      } catch (SQLException e) {
        throw WarehouseFailures.unexpected(e);
      }
    }

    /// What was appended so far goes before what is loaded.
    private void flush() {
      try {
        for (DuckDBAppender appender : open.values()) {
          appender.flush();
        }
      } catch (SQLException e) {
        throw WarehouseFailures.unexpected(e);
      }
    }

    @Override
    public void close() throws SQLException {
      if (load != null) {
        load.abandon();
      }
      for (DuckDBAppender appender : open.values()) {
        appender.close();
      }
    }
  }
}
