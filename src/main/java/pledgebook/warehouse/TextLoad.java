package pledgebook.warehouse;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Many rows of text on their way into one table, within the transaction of their [Appenders]: the
/// caller hands rows over while the database takes them in on a thread of its own. The table's
/// columns are those given as fixed, then the number of the row, then two lists of texts as wide as
/// said; the second list is null where it would hold nothing.
public final class TextLoad {
  private final TextQueue queue;
  private final FutureTask<Void> loading;
  private TextBatch batch;

  private TextLoad(TextQueue queue, FutureTask<Void> loading) {
    this.queue = queue;
    this.loading = loading;
    this.batch = new TextBatch(queue.width());
  }

  static TextLoad into(
      DuckDBConnection connection, TextSources sources, Relation table, Texts columns) {
    TextQueue queue = new TextQueue(columns.width());
    FutureTask<Void> loading =
        new FutureTask<>(() -> {
          long number = sources.offer(queue);
          try (Statement statement = connection.createStatement()) {
            statement.execute(columns.insert(table, number));
          } finally {
            sources.withdraw(number);
            queue.leave();
          }
          return null;
        });
    Thread.ofPlatform().name("load").daemon().start(loading);
    return new TextLoad(queue, loading);
  }

  /// What a row holds.
  ///
  /// @param fixed values that are the same in every row, before the number of the row
  /// @param width how many texts each of the two lists has
  record Texts(List<String> fixed, int width) {
    private String insert(Relation table, long source) {
      StringBuilder sql = new StringBuilder("insert into " + table + " select ");
      fixed.forEach(text -> sql.append('\'').append(text.replace("'", "''")).append("', "));
      sql.append("n, [").append(names('a')).append("], ");
      sql.append("if(coalesce(").append(names('b')).append(") is null, null, [");
      sql.append(names('b')).append("]) from ").append(TextSources.FUNCTION);
      return sql.append('(').append(source).append(", ").append(width).append(')').toString();
    }

    private String names(char list) {
      StringBuilder names = new StringBuilder();
      for (int i = 0; i < width; i++) {
        names.append(i == 0 ? "" : ", ").append(list).append(i);
      }
      return names.toString();
    }
  }

  /// Hands a row over.
  ///
  /// @param first texts in UTF-8 as many as the load is wide; null: none
  /// @param second the same
  public void row(int number, byte[] @Nullable [] first, byte[] @Nullable [] second) {
    batch.add(number, first, second);
    if (batch.isFull()) {
      hand(batch);
      batch = new TextBatch(queue.width());
    }
  }

  private void hand(TextBatch full) {
    if (!queue.put(full)) {
      await();
      throw new IllegalStateException("the load ended before its rows");
    }
  }

  /// Hands the last rows over and waits until all are taken in.
  ///
  /// @throws pledgebook.finding.Failure when the database cannot take them
  public void finish() {
    if (!batch.isEmpty()) {
      hand(batch);
    }
    hand(TextBatch.END);
    await();
  }

  /// Ends a load whose rows are not to stay: whoever reads them is told of a failure, so that
  /// nothing waits for rows that never come.
  void abandon() {
    if (!loading.isDone()) {
      queue.put(TextBatch.FAILED);
      try {
        loading.get();
      } catch (ExecutionException e) {
        // as meant
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void await() {
    try {
      loading.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SQLException cause
          ? WarehouseFailures.unexpected(cause)
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
