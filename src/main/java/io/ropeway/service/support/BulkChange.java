package io.ropeway.service.support;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to change of several conversations; a null leaves a thing as it is.
 *
 * @param displayIds the numbers that clients call them
 * @param assigneeId 0 for nobody
 * @param teamId 0 for none
 * @param addLabels titles to put on them besides
 */
public record BulkChange(
    List<Long> displayIds,
    @Nullable String status,
    @Nullable Long assigneeId,
    @Nullable Long teamId,
    List<String> addLabels) {}
