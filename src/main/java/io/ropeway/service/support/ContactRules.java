package io.ropeway.service.support;

import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactKey;
import io.ropeway.persistence.support.ContactRepository;
import io.ropeway.service.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes into a contact what is told of it, if it makes sense. */
@ApplicationScoped
class ContactRules {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{1,14}");
  private static final int CHARACTERS = 255;
  private static final int ADDRESS_CHARACTERS = 1_000;
  private static final int ATTRIBUTES = 60_000;

  @Inject ContactRepository contacts;

  /**
   * Changes what is told. False if nothing is different.
   *
   * @throws Refusal INVALID, CONFLICT if another contact of the account is known by the same
   */
  boolean write(Contact contact, ContactDetails details) {
    String before = text(contact);
    String name = details.name();
    if (name != null) {
      contact.name(bounded(name, CHARACTERS, "Name"));
    }
    if (details.email() != null) {
      contact.email(key(contact, ContactKey.EMAIL, email(details.email())));
    }
    if (details.phoneNumber() != null) {
      contact.phoneNumber(key(contact, ContactKey.PHONE_NUMBER, phone(details.phoneNumber())));
    }
    if (details.identifier() != null) {
      contact.identifier(key(contact, ContactKey.IDENTIFIER, identifier(details.identifier())));
    }
    String avatar = details.avatarUrl();
    if (avatar != null) {
      contact.avatarUrl(bounded(avatar, ADDRESS_CHARACTERS, "Avatar url"));
    }
    Boolean blocked = details.blocked();
    if (blocked != null) {
      contact.blocked(blocked);
    }
    if (details.customAttributes() != null) {
      contact.customAttributes(attributes(contact.customAttributes(), details.customAttributes()));
    }
    if (details.additionalAttributes() != null) {
      contact.additionalAttributes(
          attributes(contact.additionalAttributes(), details.additionalAttributes()));
    }
    return !before.equals(text(contact));
  }

  /** An e-mail address as it is kept; null for an empty one. */
  static @Nullable String email(String text) {
    String email = bounded(text.strip().toLowerCase(Locale.ROOT), CHARACTERS, "Email");
    if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
      throw Refusal.invalid("Email is invalid");
    }
    return email.isEmpty() ? null : email;
  }

  /** A telephone number as it is kept; null for an empty one. */
  static @Nullable String phone(String text) {
    String phone = text.strip();
    if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
      throw Refusal.invalid("Phone number should be in e164 format");
    }
    return phone.isEmpty() ? null : phone;
  }

  /** An identifier as it is kept; null for an empty one. */
  static @Nullable String identifier(String text) {
    String identifier = bounded(text.strip(), CHARACTERS, "Identifier");
    return identifier.isEmpty() ? null : identifier;
  }

  private @Nullable String key(Contact contact, ContactKey key, @Nullable String value) {
    if (value == null) {
      return null;
    }
    Optional<Contact> other = contacts.findBy(key, contact.account().id(), value);
    if (other.isPresent() && other.get().id() != contact.id()) {
      throw Refusal.conflict("Another contact is known by that already.");
    }
    return value;
  }

  private static String attributes(String before, String more) {
    String merged = JsonTexts.merged(before, more);
    if (merged.length() > ATTRIBUTES) {
      throw Refusal.invalid("These are too many attributes.");
    }
    return merged;
  }

  private static String bounded(String text, int characters, String what) {
    if (text.length() > characters || text.indexOf(0) >= 0) {
      throw Refusal.invalid(what + " is too long");
    }
    return text;
  }

  private static String text(Contact contact) {
    return String.join(
        "\u0000",
        contact.name(),
        String.valueOf(contact.email()),
        String.valueOf(contact.phoneNumber()),
        String.valueOf(contact.identifier()),
        String.valueOf(contact.avatarUrl()),
        String.valueOf(contact.blocked()),
        contact.customAttributes(),
        contact.additionalAttributes());
  }
}
