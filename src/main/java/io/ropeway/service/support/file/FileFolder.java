package io.ropeway.service.support.file;

import io.ropeway.config.FileSettings;
import io.ropeway.service.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The bytes of files in a folder that all nodes share, one folder within it for each day. What a
 * file is called there is made of its key alone, never of what a client has said. A file appears
 * whole or not at all. For all threads, which may block.
 */
@ApplicationScoped
class FileFolder {

  private static final Pattern KEY = Pattern.compile("(\\d{8})-[A-Za-z0-9_-]{43}");
  private static final Pattern DAY = Pattern.compile("\\d{8}");
  private static final String UNFINISHED = ".part";

  @Inject FileSettings settings;

  /** Whether new files are to be kept here. */
  boolean isUsed() {
    return settings.path().isPresent();
  }

  /** Whether a key is of a file that was kept in such a folder. */
  static boolean isKey(String key) {
    return KEY.matcher(key).matches();
  }

  /** The day's folder at a time, by UTC. */
  static String day(Instant time) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(time, ZoneOffset.UTC));
  }

  /**
   * Keeps a file; returns its key.
   *
   * @param name random, so that nobody guesses it
   * @throws Refusal UNAVAILABLE if the folder cannot be written
   */
  String add(String name, byte[] content, Instant now) {
    String key = day(now) + "-" + name;
    Path day = settings.path().orElseThrow().resolve(day(now));
    Path unfinished = day.resolve(key + UNFINISHED);
    try {
      makeFolder(day);
      write(unfinished, content);
      Files.move(unfinished, day.resolve(key), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Refusal.unavailable("Files cannot be kept now; try again soon.", e);
    }
    return key;
  }

  /** All bytes of a file; empty if there is none of that key. */
  Optional<byte[]> find(String key) {
    Optional<Path> file = path(key);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(file.get()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Refusal.unavailable("Files cannot be read now; try again soon.", e);
    }
  }

  /** Takes a file away at once; one that is gone stays so. */
  void remove(String key) {
    path(key).ifPresent(FileFolder::delete);
  }

  /** The days of which there are files, the oldest first. */
  List<String> days() {
    return settings.path().map(FileFolder::names).orElse(List.of()).stream()
        .filter(name -> DAY.matcher(name).matches())
        .toList();
  }

  /** The keys of a day's files that were written before a time; what was not finished goes. */
  List<String> keys(String day, Instant before) {
    Optional<Path> folder = settings.path().map(base -> base.resolve(day));
    if (folder.isEmpty() || !DAY.matcher(day).matches()) {
      return List.of();
    }
    List<String> old =
        names(folder.get()).stream()
            .filter(name -> isOlder(folder.get().resolve(name), before))
            .toList();
    old.stream()
        .filter(name -> name.endsWith(UNFINISHED))
        .forEach(name -> delete(folder.get().resolve(name)));
    return old.stream().filter(FileFolder::isKey).toList();
  }

  /** The folder itself is never made: where it is missing, something is not mounted. */
  private static void makeFolder(Path day) throws IOException {
    try {
      Files.createDirectory(day);
    } catch (FileAlreadyExistsException e) {
      // as on any but the first file of a day
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOlder(Path file, Instant time) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(time);
    } catch (IOException e) {
      return false; // taken away in the meantime
    }
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Path> path(String key) {
    return isKey(key)
        ? settings.path().map(base -> base.resolve(key.substring(0, 8)).resolve(key))
        : Optional.empty();
  }
}
