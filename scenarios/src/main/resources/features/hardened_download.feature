@keys
Feature: A download that nobody can replay or bend
  Keys by purpose, a random number of the host, a MAC over every field, and a key block for one machine.

  Background:
    Given T1 starts unloaded
    And T1 follows the policy download.mode = HARDENED
    And the host follows the policy download.mode = HARDENED
    And manager card M1 has the password 246810 and 3 tries
    And the host has opened a work order for T1

  @K-01 @K-14
  Scenario: Download, sign-in and sale
    Given card A starts with a balance of 100.00 yuan
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is approved
    And the master key of T1 is ACTIVE
    And the master key of T1 equals the master key of T1 at the host
    And the work order for T1 is closed
    And the pad of T1 has wiped the card key
    And the pad of T1 has wiped the random numbers
    And the HSM has received UM 3 times
    And the HSM has received U8 0 times
    And no wire carries the master key in clear
    And no wire carries the card key in clear
    When the clerk of T1 signs in
    And the clerk of T1 sells goods for 25.00 yuan with card A
    Then the last sale of T1 is approved
    And the balance of card A is 75.00 yuan

  @K-09
  Scenario: What goes up and what comes down
    When the manager downloads the master key to T1 with manager card M1
    Then the 1st download request from T1 was sent before the 1st authentication message from T1
    And the 1st 0810 to T1 has F62.DF49 present and F62.DF4D present
    And the 1st authentication message from T1 has F62.DF41 present and F62.DF42 present and F62.DF43 present and F62.DF44 present and F62.DF4E present
    And the 1st key delivery to T1 has F62.DF46 present and F62.DF47 present and F62.DF4E present
    And the 1st download result from T1 has F62.DF4A 00 and F62.DF4E present

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
      | the MAC                     | F62.DF4E |

  @K-11
  Scenario: A card with the right number and another key is found out
    Given manager card M1 holds another card key than the host expects
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is declined with D8
    And the master key of T1 at the host is EMPTY

  @K-12
  Scenario: A host that does not know the card key cannot plant a master key
    Given a fake host without the card key stands in for the host of T1
    When the manager downloads the master key to T1 with manager card M1
    Then T1 shows "host not authentic"
    And the key download is refused by the terminal
    And the master key of T1 is EMPTY

  @K-12
  Scenario: The terminal does not let itself be talked into the literal flow
    Given the host follows the policy download.mode = LITERAL
    When the manager downloads the master key to T1 with manager card M1
    Then T1 shows "host not authentic"
    And the key download is refused by the terminal

  @K-13
  Scenario Outline: A delivery whose <what> is altered is not stored
    Given the next key delivery to T1 is delivered with one bit of <field> flipped
    When the manager downloads the master key to T1 with manager card M1
    Then T1 shows "master key download failed"
    And the next download result from T1 has F62.DF4A 01
    And the master key of T1 is EMPTY
    And the master key of T1 at the host is PENDING

    Examples:
      | what        | field    |
      | key block   | F62.DF46 |
      | check value | F62.DF47 |
      | MAC         | F62.DF4E |

  @K-16
  Scenario Outline: <message> lost: both ends finish with one key
    Given <message> is lost
    When the manager downloads the master key to T1 with manager card M1
    Then the master key of T1 equals the master key of T1 at the host
    And the master key of T1 at the host is ACTIVE
    And the key download is approved

    Examples:
      | message                                 |
      | the next authentication message from T1 |
      | the next key delivery to T1             |
      | the next download result from T1        |

  @K-18
  Scenario: One card, two terminals, two keys
    Given T2 starts unloaded
    And T2 follows the policy download.mode = HARDENED
    And the host has opened a work order for T2
    When the manager downloads the master key to T1 with manager card M1
    And the manager downloads the master key to T2 with manager card M1
    Then the key download of T2 is approved
    And the master key of T1 differs from the master key of T2
