package io.ropeway.service.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Places where something has changed, each once, the oldest first. */
final class DirtyPlaces {

  private final Set<Place> places = new LinkedHashSet<>();

  synchronized void add(Place place) {
    places.add(place);
    notifyAll();
  }

  synchronized void addAll(Collection<Place> more) {
    places.addAll(more);
    notifyAll();
  }

  /** Takes some; waits for the first. */
  synchronized List<Place> take(int most) throws InterruptedException {
    while (places.isEmpty()) {
      wait();
    }
    List<Place> taken = new ArrayList<>();
    Iterator<Place> all = places.iterator();
    while (all.hasNext() && taken.size() < most) {
      taken.add(all.next());
      all.remove();
    }
    return taken;
  }
}
