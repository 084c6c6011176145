package io.ropeway.rest.support;

import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads the JSON object of a body, whatever the request calls it; no body is no fields. */
@Provider
@Consumes(MediaType.WILDCARD)
public class FieldsReader implements MessageBodyReader<Fields> {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == Fields.class;
  }

  @Override
  public Fields readFrom(
      Class<Fields> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    byte[] text = body.readAllBytes();
    if (text.length == 0) {
      return new Fields(JsonValue.EMPTY_JSON_OBJECT);
    }
    try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(text))) {
      JsonStructure read = reader.read();
      if (read.getValueType() != JsonValue.ValueType.OBJECT) {
        throw new BadRequestException("The body is no JSON object.");
      }
      return new Fields(read.asJsonObject());
    }
  }
}
