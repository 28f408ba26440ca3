@keys
Feature: A key ends with its successor, with its shop, or not by a restart

  Background:
    Given T1 starts signed-in
    And card A starts with a balance of 100.00 yuan

  @K-34
  Scenario: A terminal that is withdrawn has no keys, no place at the host, and no way back
    When the technician decommissions T1
    Then T1 shows "terminal decommissioned"
    And the next 0800 from T1 has F60.3 447
    And the next 0810 to T1 has F39 00
    And the master key of T1 is EMPTY
    And the working key set of T1 is EMPTY
    And the master key of T1 at the host is REVOKED
    And the MAC key of T1 at the host is REVOKED
    And T1 is unloaded
    When the clerk signs in
    Then T1 shows "key not loaded"
    And T1 has sent nothing
    When the host has opened a work order for T1
    And the manager downloads the master key to T1 with manager card M1
    Then the key download is declined with 58

  @K-34
  Scenario: A withdrawn terminal that kept its keys is not let in by the host
    Given the pad of T1 stops answering
    When the host has registered T1 as withdrawn
    And the power of the pad of T1 fails
    And the power of the pad of T1 returns
    And the clerk signs in
    Then the sign-in is declined with 97
    And the last 0810 to T1 has F62 absent

  @K-34
  Scenario: Money comes first
    When the clerk sells goods for 25.00 yuan with card A
    And the technician decommissions T1
    Then T1 shows "settle first"
    And T1 has sent 0800 0 times
    And the master key of T1 is ACTIVE
    When the clerk settles
    And the clerk signs in
    And the technician decommissions T1
    Then T1 shows "terminal decommissioned"

  @K-34
  Scenario: A lost answer leaves the terminal to say it once more
    Given the next 0810 to T1 is lost
    When the technician decommissions T1
    Then T1 shows "transaction timed out"
    And the master key of T1 is ACTIVE
    When the technician decommissions T1
    Then T1 shows "terminal decommissioned"
    And the master key of T1 is EMPTY

  @K-34
  Scenario: Nobody takes leave for a terminal without its MAC key
    Given the next 0800 from T1 is delivered with a wrong MAC
    When the technician decommissions T1
    Then T1 shows "MAC check failed, sign in again"
    And T1 has never shown "terminal decommissioned"
    And the master key of T1 is ACTIVE
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved

  Scenario: A new key ends the old one and what hung under it
    Given the host has opened a work order for T1
    When the manager downloads the master key to T1 with manager card M1
    Then the life of the master key of T1 reads:
      | state   |
      | LOADED  |
      | ACTIVE  |
      | REVOKED |
      | LOADED  |
      | ACTIVE  |
    And the working key set of T1 is EMPTY
    And the MAC key of T1 at the host is REVOKED
    And the master key of T1 equals the master key of T1 at the host
    When the clerk signs in
    And the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved

  @D-19
  Scenario: A restart brings a missing working key
    Given T2 starts loaded
    When the clerk of T2 sells goods for 25.00 yuan with card A
    Then T2 shows "sign in first"
    And the working key set of T2 is EMPTY
    When the clerk of T2 restarts T2
    Then T2 has signed in by itself
    And the working key set of T2 is ACTIVE
    When the clerk of T2 sells goods for 25.00 yuan with card A
    Then the sale of T2 is approved

  @D-19
  Scenario: A restart does not bring a missing master key
    Given T2 starts unloaded
    When the clerk of T2 signs in
    Then T2 shows "key not loaded"
    When the clerk of T2 restarts T2
    And the clerk of T2 signs in
    Then T2 shows "key not loaded"
    And the master key of T2 is EMPTY
    And T2 has sent nothing
