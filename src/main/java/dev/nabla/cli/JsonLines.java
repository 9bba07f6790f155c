package dev.nabla.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nabla.function.JavaFunctions;
import dev.nabla.print.OutputTooLongException;
import dev.nabla.source.Diagnostic;
import dev.nabla.source.NablaException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The service of {@code --jsonl}: one request a line, one answer a line, in order. Whatever is
 * wrong with a request is the answer to it; the stream goes on.
 */
final class JsonLines {
  private JsonLines() {}

  static void serve(InputStream input, PrintWriter out) {
    serve(input, out, JavaFunctions.installed());
  }

  /** Answers requests that may call functions from Java. */
  static void serve(InputStream input, PrintWriter out, JavaFunctions java) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          out.write(answer(line, java));
          out.write('\n');
          if (!reader.ready()) {
            out.flush();
          }
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    out.flush();
  }

  /** The answer to one request. */
  static String answer(String line) {
    return answer(line, JavaFunctions.installed());
  }

  private static String answer(String line, JavaFunctions java) {
    ObjectNode answer = Json.object();
    JsonNode request;
    try {
      request = Json.parse(line);
    } catch (JsonProcessingException malformed) {
      ObjectNode error = answer.putObject("error");
      error.put("message", "this is not JSON: " + malformed.getOriginalMessage());
      error.put("line", 1);
      error.put("column", malformed.getLocation().getColumnNr());
      return answer.toString();
    }
    if (request.has("id")) {
      answer.set("id", request.get("id"));
    }
    try {
      new JsonRequest(request, java).answer(answer);
    } catch (NablaException wrong) {
      Diagnostic diagnostic = wrong.diagnostic();
      ObjectNode error = failed(answer, request, diagnostic.message());
      error.put("line", diagnostic.line());
      error.put("column", diagnostic.column());
      diagnostic.hint().ifPresent(hint -> error.put("hint", hint));
    } catch (WrongInput
        | OutputTooLongException
        | IllegalArgumentException
        | UnsupportedOperationException wrong) {
      failed(answer, request, wrong.getMessage());
    } catch (RuntimeException | StackOverflowError defect) {
      // Reported as what it is; the requests behind it are not to suffer.
      failed(answer, request, "internal error: " + defect);
    }
    return answer.toString();
  }

  /** An error is the whole answer, but for the id: nothing half-done is left in it. */
  private static ObjectNode failed(ObjectNode answer, JsonNode request, String message) {
    answer.removeAll();
    if (request.has("id")) {
      answer.set("id", request.get("id"));
    }
    ObjectNode error = answer.putObject("error");
    error.put("message", message);
    return error;
  }
}
