package pledgebook.warehouse;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Between whoever reads rows and the database. Each may fail; the other then does not wait.
final class TextQueue {
  private static final int BATCHES = 6;

  private final BlockingQueue<TextBatch> batches = new ArrayBlockingQueue<>(BATCHES);
  private final int width;
  private volatile boolean left;

  TextQueue(int width) {
    this.width = width;
  }

  int width() {
    return width;
  }

  /// Hands over a batch; answers false when nobody takes it any more.
  boolean put(TextBatch batch) {
    try {
      while (!left) {
        if (batches.offer(batch, 100, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// The next batch, once it is there.
  TextBatch take() throws InterruptedException {
    return batches.take();
  }

  /// Nobody takes batches any more.
  void leave() {
    left = true;
  }
}
