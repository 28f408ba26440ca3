@keys
Feature: The dialogue of the key download, step by step
  The manager's card speaks only after its password, the terminal proves itself before it gets anything.

  Background:
    Given T1 starts unloaded
    And manager card M1 has the password 246810 and 3 tries
    And the host has opened a work order for T1

  @K-02
  Scenario: Nobody inserts a card
    When the manager starts the master key download on T1
    Then T1 shows "insert operation manager card"
    When the manager does nothing for 2 min
    Then T1 shows "no operation manager card"
    And T1 is unloaded
    And T1 has sent nothing

  @K-03
  Scenario: The card gives its key only after the right password
    When the manager starts the master key download on T1
    And the manager inserts manager card M1
    And the manager types the card password 135790
    Then manager card M1 has answered 63C2
    And T1 has sent nothing
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is approved
    And manager card M1 has 3 tries left
    And the next download request from T1 has F11 of the key download
    And no wire carries the card password in clear

  @K-09
  Scenario: The request comes first, then card number, random numbers and proof
    When the manager downloads the master key to T1 with manager card M1
    Then the 1st download request from T1 was sent before the 1st authentication message from T1
    And the 1st authentication message from T1 has F62.DF41 present and F62.DF42 present and F62.DF43 present and F62.DF44 present

  @K-09
  Scenario Outline: Without <what> the host calls it a format error
    Given the next authentication message from T1 is delivered without <field>
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is declined with 30
    And the master key of T1 is EMPTY

    Examples:
      | what                        | field    |
      | the card number             | F62.DF41 |
      | the first random number     | F62.DF42 |
      | the second random number    | F62.DF43 |
      | the first number enciphered | F62.DF44 |

  @K-13
  Scenario: A delivery with a wrong check value is not stored
    Given the next key delivery to T1 is delivered with a wrong check value
    When the manager downloads the master key to T1 with manager card M1
    Then T1 shows "master key download failed"
    And the master key of T1 is EMPTY
    And the master key of T1 at the host is PENDING

  @K-14 @R-08
  Scenario: The life of a master key is on record, its value is not
    When the manager downloads the master key to T1 with manager card M1
    Then the life of the master key of T1 at the host reads:
      | state   |
      | EMPTY   |
      | PENDING |
      | ACTIVE  |
    And the life of the master key of T1 reads:
      | state  |
      | LOADED |
      | ACTIVE |
    And no wire carries the master key in clear

  @K-33
  Scenario: A new master key ends the old working keys
    Given T2 starts signed-in
    And the host has opened a work order for T2
    When the manager downloads the master key to T2 with manager card M1
    Then the key download of T2 is approved
    And T2 is loaded
    And the MAC key of T2 is EMPTY
    When the clerk of T2 sells goods for 5.00 yuan with card A
    Then T2 shows "sign in first"
    And T2 has sent nothing
    When the clerk of T2 signs in
    And the clerk of T2 sells goods for 5.00 yuan with card A
    Then the last sale of T2 is approved

  @K-04
  Scenario: The tries that are left are shown, and the card ends in time
    When the manager starts the master key download on T1
    And the manager inserts manager card M1
    And the manager types the card password 111111
    Then T1 shows "wrong card password, 2 tries left"
    When the manager removes manager card M1
    And the manager starts the master key download on T1
    And the manager inserts manager card M1
    And the manager types the card password 111112
    Then manager card M1 has answered 63C1
    When the manager removes manager card M1
    And the manager starts the master key download on T1
    And the manager inserts manager card M1
    And the manager types the card password 111113
    And the manager removes manager card M1
    And the manager downloads the master key to T1 with manager card M1
    Then manager card M1 has answered 6983
    And T1 shows "card blocked"
    And T1 has sent nothing

  @K-13
  Scenario: The terminal tells the host that the key was not stored
    Given the next key delivery to T1 is delivered with a wrong check value
    When the manager downloads the master key to T1 with manager card M1
    Then the next download result from T1 has F62.DF4A 01
    And the master key of T1 is EMPTY
    And the master key of T1 at the host is PENDING

  @K-13
  Scenario: The host believes a result only with the check value of the key that it sent
    Given the next download result from T1 is sent with F62.DF47 00000000
    When the manager downloads the master key to T1 with manager card M1
    Then the next download result from T1 has F62.DF4A 00 and F62.DF47 00000000
    And the master key of T1 at the host is PENDING

  @F-13
  Scenario: Without a work order there is no key
    Given T2 starts unloaded
    When the manager downloads the master key to T2 with manager card M1
    Then the key download of T2 is declined with D1
    And the master key of T2 is EMPTY
    And the HSM has received nothing for T2

  @K-12
  Scenario Outline: A recorded authentication message at a host that is <mode>
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    When the manager downloads the master key to T1 with manager card M1
    And the 1st authentication message from T1 is replayed
    Then the last 0810 to T1 has F39 <code>

    Examples:
      | mode     | code |
      | LITERAL  | 00   |
      | HARDENED | D7   |

  @K-03 @K-04
  Scenario: Before its password the card gives its key to nobody
    When the manager starts the master key download on T1
    And the manager inserts manager card M1
    And every command of the pad of T1 is tried
    Then manager card M1 has answered 6982
    And no answer of the pad of T1 holds a key
    And manager card M1 has 3 tries left
