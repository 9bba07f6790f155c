package dev.nabla.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;

/** JSON as Nabla reads and writes it: NaN and the infinities are strings. */
final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(new JsonFactory())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private Json() {}

  static JsonNode parse(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static void add(ArrayNode array, double number) {
    array.add(number(number));
  }

  /** The shortest decimal that is read as the same double. */
  static ValueNode number(double number) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return Double.isFinite(number)
        ? nodes.numberNode(number)
        : nodes.textNode(Double.toString(number));
  }
}
