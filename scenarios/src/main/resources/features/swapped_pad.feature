@hardware @keys
Feature: A pad works at its own terminal and at its own port, and nowhere else

  Background:
    Given T1 starts signed-in
    And card A starts with a balance of 100.00 yuan

  @P-05
  Scenario: A foreign pad is known by its pairing when it is plugged in, and takes no PIN
    When the thief replaces the pad of T1 by pad P2
    And the shop comes to rest
    Then T1 shows "PIN pad of another terminal: another terminal"
    And T1 is frozen
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is refused by the terminal
    And T1 shows "master key error" with cause FROZEN
    And the cardholder of card A was asked for the PIN 0 times
    And T1 has sent nothing

  @P-05
  Scenario: The right pad comes back, and with it the old key
    When the thief replaces the pad of T1 by pad P2
    And the technician replaces pad P2 by the pad of T1
    And the technician re-activates the pad of T1
    Then T1 has never shown "master key error"
    And the master key of T1 is still the one from the start
    When the clerk signs in
    And the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved

  @H-03
  Scenario: Power comes on with another terminal's pad
    Given T2 starts signed-in
    When the power of T1 fails
    And the technician replaces the pad of T1 by the pad of T2
    And the power of T1 returns
    Then T1 shows "master key error" with cause LOST
    And T1 is unloaded
    And the master key of T2 is LOST
    And the master key of T1 is FROZEN
    When the clerk of T1 signs in
    Then T1 shows "master key error" with cause LOST
    And T1 has sent nothing

  @H-03
  Scenario: Power comes on with the pad on the wrong port
    When the technician plugs the pad of T1 into the wrong port
    Then the master key of T1 is FROZEN
    When the power of T1 fails
    And the power of T1 returns
    Then T1 shows "master key error" with cause LOST
    And the master key of T1 is LOST
    And T1 is unloaded
    And the pad of T1 shows "pad locked"

  @H-03
  Scenario: The wrong port while the power is on only freezes
    When the technician plugs the pad of T1 into the wrong port
    And the technician pushes in the plug of the pad of T1
    And the technician re-activates the pad of T1
    Then the master key of T1 is still the one from the start
    And T1 is signed-in

  @H-03
  Scenario: Somebody else's pad that is re-activated loses the keys
    When the technician replaces the pad of T1 by pad P2
    And the technician re-activates pad P2
    Then T1 shows "master key error" with cause LOST
    And T1 is unloaded
    And pad P2 shows "pad locked"

  @H-03
  Scenario: A lost key comes back by a new download only
    Given the host has opened a work order for T1
    When the technician replaces the pad of T1 by pad P2
    And the power of T1 fails
    And the power of T1 returns
    And the technician replaces pad P2 by the pad of T1
    And the technician re-activates the pad of T1
    Then T1 is unloaded
    When the manager downloads the master key to T1 with manager card M1
    And the clerk signs in
    And the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
