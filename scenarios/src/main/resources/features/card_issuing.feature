@keys
Feature: The card issuer makes a manager card of a blank one
  What a manager's card holds is written once, under the key that the blank card came with from its maker; the card key
  is derived in the HSM and is nowhere else in clear. The registry has the card when nothing can go wrong with it.

  Background:
    Given T1 starts unloaded
    And the host has opened a work order for T1
    And manager card M1 starts blank

  @K-32 @K-03
  Scenario: A card that was made brings a master key with its password only
    When the card issuer makes manager card M1 with number 8600000000000103, password 135790, expiry 2030-12-31 and 3 tries
    Then the making of manager card M1 has ended as issued
    And the host holds manager card M1 as issued
    And manager card M1 has 3 tries left
    And the HSM has received V4 once
    When the manager starts the master key download on T1
    And the manager inserts manager card M1
    And the manager types the card password 246810
    Then manager card M1 has answered 63C2
    And manager card M1 has 2 tries left
    When the manager removes manager card M1
    And the manager downloads the master key to T1 with manager card M1
    Then the key download is approved
    And the master key of T1 is ACTIVE
    And manager card M1 has 3 tries left

  @K-32
  Scenario: Wrong passwords block a card that was made
    When the card issuer makes manager card M1 with number 8600000000000103, password 1357, expiry 2030-12-31 and 3 tries
    And the manager starts the master key download on T1
    And the manager inserts manager card M1
    And the manager types the card password 1111
    And the manager removes manager card M1
    And the manager starts the master key download on T1
    And the manager inserts manager card M1
    And the manager types the card password 1112
    And the manager removes manager card M1
    And the manager starts the master key download on T1
    And the manager inserts manager card M1
    And the manager types the card password 1113
    And the manager removes manager card M1
    And the manager downloads the master key to T1 with manager card M1
    Then manager card M1 has answered 6983
    And T1 shows "card blocked"
    When the power of T1 fails
    And the power of T1 returns
    And the manager downloads the master key to T1 with manager card M2
    Then the host holds manager card M1 as blocked

  @K-32
  Scenario: A card that was made is expired behind its last day
    When the card issuer makes manager card M1 with number 8600000000000103, password 135790, expiry 2026-03-16 and 3 tries
    And the manager downloads the master key to T1 with manager card M1
    Then the key download is approved
    When 1 day later
    And the host has opened a work order for T1
    And the manager downloads the master key to T1 with manager card M1
    Then the key download is declined with D5

  @K-32
  Scenario Outline: An order that no card can be made of: <why>
    When the card issuer makes manager card M1 with number <number>, password <password>, expiry <expiry> and <tries> tries
    Then the making of manager card M1 has ended as <outcome>
    And the HSM has received UY 0 times
    When the card issuer makes manager card M1 with number 8600000000000103, password 135790, expiry 2030-12-31 and 3 tries
    Then the making of manager card M1 has ended as issued

    Examples:
      | why                       | number           | password  | expiry     | tries | outcome        |
      | a number in the registry  | 8600000000000023 | 135790    | 2030-12-31 | 3     | numberTaken    |
      | a short number            | 8600001          | 135790    | 2030-12-31 | 3     | numberWrong    |
      | a short password          | 8600000000000103 | 135       | 2030-12-31 | 3     | passwordWrong  |
      | a long password           | 8600000000000103 | 135790135 | 2030-12-31 | 3     | passwordWrong  |
      | a last day that is over   | 8600000000000103 | 135790    | 2026-03-15 | 3     | expiryPast     |
      | more tries than it counts | 8600000000000103 | 135790    | 2030-12-31 | 16    | triesWrong     |

  @K-32
  Scenario Outline: A card that is <what> in the middle is spoilt, and its number is free for the next
    Given manager card M2 starts blank
    And <fault>
    When the card issuer makes manager card M1 with number 8600000000000103, password 135790, expiry 2030-12-31 and 3 tries
    And the card issuer makes manager card M1 with number 8600000000000103, password 135790, expiry 2030-12-31 and 3 tries
    Then the making of manager card M1 has ended as notBlank
    And manager card M1 has answered 6283
    When the manager starts the master key download on T1
    And the manager inserts manager card M1
    Then T1 shows "not an operation manager card"
    When the manager removes manager card M1
    And the card issuer makes manager card M2 with number 8600000000000103, password 135790, expiry 2030-12-31 and 3 tries
    Then the making of manager card M2 has ended as issued
    And the host holds manager card M2 as issued
    When the manager downloads the master key to T1 with manager card M2
    Then the key download is approved

    Examples:
      | what              | fault                                                                           |
      | pulled            | manager card M1 is pulled out of the card issuer after 5 commands               |
      | pulled at the end | manager card M1 is pulled out of the card issuer after 7 commands               |
      | without power     | the power of the card issuer fails after 6 commands to manager card M1          |

  @K-32
  Scenario: A card that has come under another transport key is not written
    Given manager card M1 holds another card key than the host expects
    When the card issuer makes manager card M1 with number 8600000000000103, password 135790, expiry 2030-12-31 and 3 tries
    Then the making of manager card M1 has ended as transportKeyWrong
    And the HSM has received V4 0 times

  @K-32
  Scenario Outline: The HSM fails, and the card that has not been written is still blank: <error>
    Given the HSM answers the next UY with error <error>
    When the card issuer makes manager card M1 with number 8600000000000103, password 135790, expiry 2030-12-31 and 3 tries
    Then the making of manager card M1 has ended as hsmRefused
    When the card issuer makes manager card M1 with number 8600000000000103, password 135790, expiry 2030-12-31 and 3 tries
    Then the making of manager card M1 has ended as issued

    Examples:
      | error |
      | 10    |
      | 68    |

  @K-32
  Scenario: HSM and host are silent
    When the HSM goes down
    And the card issuer makes manager card M1 with number 8600000000000103, password 135790, expiry 2030-12-31 and 3 tries
    Then the making of manager card M1 has ended as hsmSilent
    When the HSM comes back
    And the host goes down
    And the card issuer makes manager card M1 with number 8600000000000103, password 135790, expiry 2030-12-31 and 3 tries
    Then the making of manager card M1 has ended as registrySilent
    When the host comes back
    And the card issuer makes manager card M1 with number 8600000000000103, password 135790, expiry 2030-12-31 and 3 tries
    Then the making of manager card M1 has ended as issued

  @K-32
  Scenario Outline: What is no good command is answered and changes nothing: <what>
    When the card issuer sends <apdu> to manager card M1
    Then manager card M1 has answered <status>
    When the card issuer makes manager card M1 with number 8600000000000103, password 135790, expiry 2030-12-31 and 3 tries
    Then the making of manager card M1 has ended as issued

    Examples:
      | what                     | apdu                               | status |
      | no whole command         | 8050                               | 6700   |
      | data shorter than Lc     | 8050000008010203                   | 6700   |
      | another class            | F050000000                         | 6E00   |
      | another instruction      | 8051000000                         | 6D00   |
      | another application      | 00A4040007F043464D47520100         | 6A82   |
      | a channel before SELECT  | 8050000008010203040506070800       | 6982   |
      | writing without channel  | 84E2005A100102030405060708090A0B0C0D0E0F10 | 6982 |
