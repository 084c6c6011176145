package io.ropeway.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.stream.Collectors;

/** Turns objects of channels into JSON text, and JSON into their records. */
@ApplicationScoped
public class Payloads {

  @Inject Validator validator;

  private final Jsonb jsonb = JsonbBuilder.create();

  /** JSON text of a record, a map, a JSON value, or anything else that JSON-B writes. */
  String write(Object value) {
    return value instanceof JsonValue json ? json.toString() : jsonb.toJson(value);
  }

  /**
   * Reads JSON text.
   *
   * @throws InvalidDataException if the text does not fit the type
   */
  <T> T read(String json, Class<T> type) {
    try {
      return jsonb.fromJson(json, type);
    } catch (JsonbException e) {
      throw new InvalidDataException("The data does not fit.", e);
    }
  }

  /**
   * Binds and checks the data of an action or an identifier.
   *
   * @throws InvalidDataException if it does not fit or breaks a constraint
   */
  <T> T bind(JsonObject data, Class<T> type) {
    if (type.isInstance(data)) {
      return type.cast(data);
    }
    T bound = read(data.toString(), type);
    var violations = validator.validate(bound);
    if (!violations.isEmpty()) {
      throw new InvalidDataException(
          violations.stream().map(Payloads::sentence).sorted().collect(Collectors.joining(" ")),
          null);
    }
    return bound;
  }

  private static String sentence(ConstraintViolation<?> violation) {
    return violation.getPropertyPath() + " " + violation.getMessage() + ".";
  }
}
