@hardware @keys
Feature: Keys do not outlive their case or their battery

  Background:
    Given T1 starts signed-in
    And card A starts with a balance of 100.00 yuan

  @H-04
  Scenario: With an empty battery the keys live as long as the mains
    Given the backup battery of the pad of T1 is empty
    Then the master key of T1 is ACTIVE
    When the power of the pad of T1 fails
    Then the master key of T1 is LOST
    And the working key set of T1 is LOST
    When the power of the pad of T1 returns
    And the clerk signs in
    Then T1 shows "master key error" with cause LOST
    And T1 is unloaded
    And T1 has sent nothing

  @P-04
  Scenario: A battery that is cut while the mains are off takes the keys with it at once
    When the power of the pad of T1 fails
    And 1 day later
    Then the master key of T1 is ACTIVE
    When the backup battery of the pad of T1 is empty
    Then the master key of T1 is LOST
    And the working key set of T1 is LOST

  @P-04
  Scenario: A terminal without mains and battery forgets its key, and is not locked for it
    When the power of T1 fails
    And the backup battery of T1 is empty
    Then T1 is unloaded
    When the power of T1 returns
    And the clerk signs in
    Then T1 shows "master key error" with cause LOST

  @P-01
  Scenario: An opened terminal erases all keys, locks, and tells its host at once
    When the thief opens the case of T1
    And the shop comes to rest
    Then the master key of T1 is LOST
    And the working key set of T1 is LOST
    And T1 is locked
    And the next 0800 from T1 has F60.3 448 and F62.DF4C 43463030303030303031 and F62.DF4F 01
    And the next 0810 to T1 has F39 00
    And the master key of T1 at the host is REVOKED
    When the clerk sells goods for 25.00 yuan with card A
    Then T1 shows "terminal locked" with cause TAMPERED
    And the sale is refused by the terminal
    And T1 has sent nothing

  @P-01
  Scenario: An opened terminal without power does the same, and tells when the power is back
    When the power of T1 fails
    And the thief opens the case of T1
    Then the master key of T1 is LOST
    And the working key set of T1 is LOST
    And T1 is locked
    And T1 has sent nothing
    When the power of T1 returns
    And the shop comes to rest
    Then the next 0800 from T1 has F60.3 448 and F62.DF4F 01

  @P-01
  Scenario: A report that nobody has answered goes out again at the next contact
    Given the line of T1 goes down
    When the thief opens the case of T1
    And the shop comes to rest
    Then T1 has sent nothing
    When the line of T1 comes back
    And the clerk signs in
    Then the next 0800 from T1 has F60.3 448 and F62.DF4F 01
    And T1 shows "terminal locked" with cause TAMPERED
    When the clerk signs in
    Then T1 has sent nothing

  @P-01
  Scenario Outline: An opened pad erases its keys <when>, and its terminal locks and tells
    When <act>
    And the thief opens the case of the pad of T1
    Then the master key of T1 is LOST
    And the working key set of T1 is LOST
    When the power of the pad of T1 returns
    And the clerk signs in
    Then T1 shows "master key error" with cause TAMPERED
    And T1 is locked
    When the clerk signs in
    Then the next 0800 from T1 has F60.3 448 and F62.DF4F 02
    And T1 shows "terminal locked" with cause TAMPERED

    Examples:
      | when          | act                           |
      | with power    | 1 s later                     |
      | without power | the power of the pad of T1 fails |

  @P-06
  Scenario: Only the manufacturer and the owning bank bring an opened terminal back
    Given the host has opened a work order for T1
    When the thief opens the case of T1
    And the manager downloads the master key to T1 with manager card M1
    Then the key download is refused by the terminal
    And T1 shows "terminal locked" with cause TAMPERED
    When the clerk restarts T1
    And the administrator re-activates the pad of T1
    Then T1 is locked
    When the manufacturer resets T1
    Then T1 is unloaded
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is declined with 58
    When the host has registered T1 as in service
    And the host has registered manager card M2 as unknown
    And the manager downloads the master key to T1 with manager card M2
    Then the key download is declined with D2
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is approved
    When the clerk signs in
    And the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved

  @P-06
  Scenario: An opened pad takes no key before its manufacturer has had it
    Given the host has opened a work order for T1
    When the thief opens the case of the pad of T1
    And the clerk signs in
    And the manufacturer resets T1
    And the host has registered T1 as in service
    And the manager downloads the master key to T1 with manager card M1
    Then T1 shows "encryption module error"
    And the master key of T1 is LOST
    When the manufacturer resets the pad of T1
    And the manager downloads the master key to T1 with manager card M1
    Then the key download is approved
    And the master key of T1 is ACTIVE

  @P-03
  Scenario: A foreign reader over the card slot is found by the self-test, and sales stop until it is gone
    When the thief puts a foreign reader over the card slot of T1
    And the clerk restarts T1
    Then the self-test of T1 has read 128 percent at the card slot
    And T1 shows "foreign reader on the card slot" with cause READER
    And T1 is locked
    And the master key of T1 is ACTIVE
    When the clerk sells goods for 25.00 yuan with card A
    Then T1 shows "terminal locked" with cause READER
    And the sale is refused by the terminal
    And T1 has sent nothing
    When the clerk restarts T1
    Then T1 is locked
    When the technician takes the foreign reader off the card slot of T1
    Then T1 is locked
    When the clerk restarts T1
    Then the self-test of T1 has read 100 percent at the card slot
    And T1 is signed-in
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved

  @P-03
  Scenario: A pad that finds a foreign reader takes no card and no PIN, whatever its terminal does
    When the thief puts a foreign reader over the card slot of T1
    And the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    When the power of the pad of T1 fails
    And the power of the pad of T1 returns
    And the administrator re-activates the pad of T1
    Then the self-test of T1 has read 128 percent at the card slot
    And T1 is signed-in
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is refused by the terminal
    And T1 has sent nothing
