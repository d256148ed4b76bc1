package pledgebook.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What keeps us from a file is said in Chinese, whoever says it to us.
class ObstacleTests {
  @TempDir Path folder;

  @Test
  void everyKindOfExceptionHasItsWord() {
    assertThat(Obstacle.of(new AccessDeniedException("x"))).isEqualTo(Obstacle.DENIED);
    assertThat(Obstacle.of(new NoSuchFileException("x"))).isEqualTo(Obstacle.MISSING);
    assertThat(Obstacle.of(new FileNotFoundException("x"))).isEqualTo(Obstacle.MISSING);
    assertThat(Obstacle.of(new FileAlreadyExistsException("x"))).isEqualTo(Obstacle.TAKEN);
    assertThat(Obstacle.of(new NotDirectoryException("x"))).isEqualTo(Obstacle.NO_FOLDER);
    assertThat(Obstacle.of(new MalformedInputException(1))).isEqualTo(Obstacle.NOT_TEXT);
    assertThat(Obstacle.of(new FileSystemException("x"))).isEqualTo(Obstacle.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "Permission denied, DENIED",
    "No such file or directory, MISSING",
    "No space left on device, FULL",
    "There is not enough space on the disk, FULL",
    "Disk quota exceeded, FULL",
    "Read-only file system, READ_ONLY",
    "Is a directory, FOLDER",
    "Not a directory, NO_FOLDER",
    "File name too long, NAME",
    "File too large, TOO_LARGE",
    "The process cannot access the file because it is being used by another process, IN_USE",
    "Input/output error, UNKNOWN"
  })
  void theWordsOfTheSystemAreUnderstood(String said, Obstacle obstacle) {
    assertThat(Obstacle.of(new IOException(said))).isEqualTo(obstacle);
    assertThat(Obstacle.of(new FileSystemException("file", null, said))).isEqualTo(obstacle);
  }

  @Test
  void thisSystemIsUnderstood() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThat(of(() -> Files.readString(folder))).isEqualTo(Obstacle.FOLDER);
    assertThat(of(() -> Files.readString(folder.resolve("none")))).isEqualTo(Obstacle.MISSING);
    assertThat(of(() -> Files.createFile(file))).isEqualTo(Obstacle.TAKEN);
    assertThat(of(() -> Files.readString(file.resolve("below")))).isEqualTo(Obstacle.NO_FOLDER);
    assertThat(of(() -> Files.createFile(folder.resolve("x".repeat(300)))))
        .isEqualTo(Obstacle.NAME);
  }

  private static Obstacle of(ThrowingCallable act) {
    return Obstacle.of(Assertions.catchThrowableOfType(IOException.class, act));
  }

  @ParameterizedTest
  @EnumSource
  void isToldInChinese(Obstacle obstacle) {
    assertThat(obstacle.label())
        .doesNotContainPattern("[ ,.;:()]")
        .containsPattern("\\p{IsHan}{2}");
  }
}
