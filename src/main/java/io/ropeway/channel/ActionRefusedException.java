package io.ropeway.channel;

/** Thrown by an action to refuse for a reason that the client may know. */
public class ActionRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param sentence says why, in words that may be shown to the client
   */
  public ActionRefusedException(String sentence) {
    super(sentence);
  }
}
