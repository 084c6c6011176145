package io.ropeway.rest.support;

import io.ropeway.service.support.view.ConversationQuery;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which conversations an address asks for. */
public class ConversationParams {

  @QueryParam("assignee_type")
  @Nullable String assigneeType;

  @QueryParam("status")
  @Nullable String status;

  @QueryParam("page")
  @Nullable String page;

  @QueryParam("sort_by")
  @Nullable String sortBy;

  @QueryParam("inbox_id")
  @Nullable String inboxId;

  @QueryParam("team_id")
  @Nullable String teamId;

  @QueryParam("labels[]")
  @Nullable List<String> labels;

  @QueryParam("labels")
  @Nullable List<String> plainLabels;

  @QueryParam("conversation_type")
  @Nullable String conversationType;

  @QueryParam("updated_within")
  @Nullable String updatedWithin;

  @QueryParam("q")
  @Nullable String text;

  @QueryParam("source_id")
  @Nullable String sourceId;

  ConversationQuery query() {
    List<String> titles = new ArrayList<>();
    if (labels != null) {
      titles.addAll(labels);
    }
    if (plainLabels != null) {
      titles.addAll(plainLabels);
    }
    return new ConversationQuery(
        assigneeType,
        status,
        Queries.number(page),
        sortBy,
        Queries.number(inboxId),
        Queries.number(teamId),
        titles,
        conversationType,
        Queries.number(updatedWithin),
        Queries.text(text),
        Queries.text(sourceId),
        List.of());
  }
}
