package io.ropeway.persistence.support;

/** What a contact is known by besides its id, unique in the account. */
public enum ContactKey {
  IDENTIFIER("identifier"),
  EMAIL("email"),
  PHONE_NUMBER("phoneNumber");

  private final String attribute;

  ContactKey(String attribute) {
    this.attribute = attribute;
  }

  String attribute() {
    return attribute;
  }
}
