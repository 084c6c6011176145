package io.ropeway.persistence.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Finds and keeps teams and who belongs to them; wants a transaction around it. */
@ApplicationScoped
public class TeamRepository {

  @PersistenceContext EntityManager entities;

  public Optional<Team> find(long accountId, long id) {
    return Optional.ofNullable(entities.find(Team.class, id))
        .filter(team -> team.account().id() == accountId);
  }

  /** All teams of an account, by id. */
  public List<Team> ofAccount(long accountId) {
    return entities
        .createQuery("select t from Team t where t.account.id = ?1 order by t.id", Team.class)
        .setParameter(1, accountId)
        .getResultList();
  }

  /** The teams of an account to which a user belongs, by id. */
  public List<Team> ofMember(long accountId, long userId) {
    return entities
        .createQuery(
            "select m.team from TeamMember m where m.team.account.id = ?1 and m.user.id = ?2"
                + " order by m.team.id",
            Team.class)
        .setParameter(1, accountId)
        .setParameter(2, userId)
        .getResultList();
  }

  /** Whether a user belongs there. Reads no row into the session. */
  public boolean isMember(long teamId, long userId) {
    return entities
            .createQuery(
                "select count(m) from TeamMember m where m.team.id = ?1 and m.user.id = ?2",
                Long.class)
            .setParameter(1, teamId)
            .setParameter(2, userId)
            .getSingleResult()
        > 0;
  }

  /** The ids of those who belong there. Reads no row into the session. */
  public List<Long> memberIds(long teamId) {
    return entities
        .createQuery(
            "select m.user.id from TeamMember m where m.team.id = ?1"
                + " and m.user.erasedAt is null order by m.user.id",
            Long.class)
        .setParameter(1, teamId)
        .getResultList();
  }

  public Optional<TeamMember> member(long teamId, long userId) {
    return entities
        .createQuery(
            "select m from TeamMember m where m.team.id = ?1 and m.user.id = ?2", TeamMember.class)
        .setParameter(1, teamId)
        .setParameter(2, userId)
        .getResultStream()
        .findFirst();
  }

  /** A team's members with the users: whoever was given a conversation longest ago first. */
  public List<TeamMember> members(long teamId) {
    return entities
        .createQuery(
            "select m from TeamMember m join fetch m.user where m.team.id = ?1"
                + " and m.user.erasedAt is null"
                + " order by m.lastAssignedAt nulls first, m.user.id",
            TeamMember.class)
        .setParameter(1, teamId)
        .getResultList();
  }

  public void add(Team team) {
    entities.persist(team);
  }

  public void add(TeamMember member) {
    entities.persist(member);
  }

  public void remove(Team team) {
    entities
        .createQuery("delete from TeamMember m where m.team.id = ?1")
        .setParameter(1, team.id())
        .executeUpdate();
    entities.remove(team);
  }

  public void remove(TeamMember member) {
    entities.remove(member);
  }
}
