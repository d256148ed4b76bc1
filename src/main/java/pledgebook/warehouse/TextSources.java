package pledgebook.warehouse;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/// Rows that are being read, as a table function of the database: `pledgebook_rows(source, width)`
/// gives the number of each row and its texts `a0 …`, `b0 …`.
final class TextSources implements DuckDBTableFunction<TextQueue, TextQueue, Object> {
  static final String FUNCTION = "pledgebook_rows";

  private final Map<Long, TextQueue> offered = new ConcurrentHashMap<>();
  private final AtomicLong next = new AtomicLong();

  /// Makes the function known to the database, for transactions that begin later.
  void register(DuckDBConnection connection) throws SQLException {
    try (var function = DuckDBFunctions.tableFunction()) {
      function
          .withName(FUNCTION)
          .withParameter(DuckDBColumnType.BIGINT)
          .withParameter(DuckDBColumnType.INTEGER)
          .withFunction(this)
          .register(connection);
    }
  }

  long offer(TextQueue queue) {
    long number = next.incrementAndGet();
    offered.put(number, queue);
    return number;
  }

  void withdraw(long number) {
    offered.remove(number);
  }

  @Override
  public TextQueue bind(DuckDBTableFunctionBindInfo call) throws Exception {
    TextQueue queue = offered.get(call.getParameter(0).getLong());
    if (queue == null) {
      throw new IllegalStateException("no such rows");
    }
    call.addResultColumn("n", DuckDBColumnType.INTEGER);
    for (char list : new char[] {'a', 'b'}) {
      for (int i = 0; i < queue.width(); i++) {
        call.addResultColumn(String.valueOf(list) + i, DuckDBColumnType.VARCHAR);
      }
    }
    return queue;
  }

  @Override
  public TextQueue init(DuckDBTableFunctionInitInfo call) {
    // One thread takes the rows, so they stay in order.
    call.setMaxThreads(1);
    return call.getBindData();
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter chunk)
      throws Exception {
    TextQueue queue = call.getInitData();
    TextBatch batch = queue.take();
    if (batch == TextBatch.FAILED) {
      throw new IllegalStateException("the rows were not read to their end");
    }
    return batch == TextBatch.END ? 0 : batch.into(chunk);
  }
}
