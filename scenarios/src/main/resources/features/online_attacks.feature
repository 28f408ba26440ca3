@keys @fraud
Feature: What a thief can do to a download online
  As it is published nothing proves whose public key comes, nor who asks. The hardened form pins the one in the pad and
  has the pad prove the other.

  Background:
    Given T1 starts signed-in
    And the host has opened a work order for T1

  Scenario Outline: A thief on the line puts his public key in place of the host's, <algorithm>, confirmation <confirm>
    Given a thief listens on the line of T1
    And the host follows the policy confirmBeforeSwitch = <confirm>
    And the host follows the policy online.algorithm = <algorithm>
    And T1 follows the policy online.algorithm = <algorithm>
    When the thief on the line of T1 waits to plant a master key of his own
    And the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is approved
    And the thief on the line of T1 knows the master key of T1
    And the master key of T1 at the host is still the one from the start
    And the invariant 'one master key on both ends' is broken

    Examples:
      | algorithm | confirm |
      | RSA       | true    |
      | RSA       | false   |
      | SM2       | true    |

  Scenario Outline: A pad that knows its host's public key does not take the thief's, <algorithm>
    Given a thief listens on the line of T1
    And the host follows the policy download.mode = HARDENED
    And T1 follows the policy download.mode = HARDENED
    And the host follows the policy online.algorithm = <algorithm>
    And T1 follows the policy online.algorithm = <algorithm>
    When the thief on the line of T1 waits to plant a master key of his own
    And the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is refused by the terminal
    And T1 shows "host not authentic"
    And the master key of T1 is still the one from the start
    And the master key of T1 at the host is still the one from the start

    Examples:
      | algorithm |
      | RSA       |
      | SM2       |

  Scenario: A pad that trusts another key does not take its own host's
    Given the host follows the policy download.mode = HARDENED
    And T1 follows the policy download.mode = HARDENED
    And T1 follows the policy online.trusts = 0D7B07FC30E0FA4530A9F7A319BAB523A4DFFAAF6248A27F77D167E944DF1575
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is refused by the terminal
    And T1 shows "host not authentic"

  Scenario: A clone asks in its original's name, and a literal host gives it the key
    Given T9 is a clone of T1
    When the administrator of T9 chooses "online key download"
    And the administrator of T9 types 12345678
    Then the key download of T9 is approved
    And the master key of T9 equals the master key of T1 at the host
    And the invariant 'one master key on both ends' is broken

  Scenario: A hardened host hears that the pad is another one
    Given the host follows the policy download.mode = HARDENED
    And T1 follows the policy download.mode = HARDENED
    And T9 is a clone of T1
    And T9 follows the policy download.mode = HARDENED
    When the administrator of T9 chooses "online key download"
    And the administrator of T9 types 12345678
    Then the key download of T9 is declined with 97
    And the master key of T1 at the host is still the one from the start

  Scenario Outline: Who repeats a transport key before its download is over is given the same key again, <mode>
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And T1 follows the policy download.tries = 1
    And the next 0800 from T1 with F60.3 351 is lost
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is unanswered
    When the 1st 0800 from T1 with F60.3 350 is replayed
    Then the last 0810 to T1 has F39 00
    And the master key of T1 at the host is PENDING
    When the clerk signs in
    Then the sign-in is approved
    And the master key of T1 equals the master key of T1 at the host

    Examples:
      | mode     |
      | LITERAL  |
      | HARDENED |

  Scenario Outline: Afterwards there is no work order, <mode>
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is approved
    When the 1st 0800 from T1 with F60.3 350 is replayed
    Then the last 0810 to T1 has F39 D1
    And the master key of T1 equals the master key of T1 at the host

    Examples:
      | mode     |
      | LITERAL  |
      | HARDENED |

  Scenario: Under the next work order a literal host makes a key that nobody has, and does not take it into use
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is approved
    Given the host has opened a work order for T1
    When the 1st 0800 from T1 with F60.3 350 is replayed
    Then the last 0810 to T1 has F39 00
    And the master key of T1 at the host is PENDING
    When the clerk signs in
    Then the sign-in is approved

  Scenario: Without confirmation it is in use at the host, and the terminal signs in no more
    Given the host follows the policy confirmBeforeSwitch = false
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is approved
    Given the host has opened a work order for T1
    When the 1st 0800 from T1 with F60.3 350 is replayed
    Then the last 0810 to T1 has F39 00
    And the master key of T1 differs from the master key of T1 at the host
    And the invariant 'one master key on both ends' is broken
    When the clerk signs in
    Then T1 shows "working key download failed, confirm master key download"

  Scenario Outline: A hardened host asks for its random number of today, confirmation <confirm>
    Given the host follows the policy download.mode = HARDENED
    And T1 follows the policy download.mode = HARDENED
    And the host follows the policy confirmBeforeSwitch = <confirm>
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is approved
    Given the host has opened a work order for T1
    When the 1st 0800 from T1 with F60.3 350 is replayed
    Then the last 0810 to T1 has F39 D7
    When the 1st 0800 from T1 with F60.3 352 is replayed
    And the 1st 0800 from T1 with F60.3 350 is replayed
    Then the last 0810 to T1 has F39 D8
    And the HSM has received UQ once
    And the master key of T1 equals the master key of T1 at the host
    When the clerk signs in
    Then the sign-in is approved

    Examples:
      | confirm |
      | true    |
      | false   |

  Scenario Outline: A cipher text of somebody else says nothing of what it holds, <mode>, <algorithm>
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And the host follows the policy online.algorithm = <algorithm>
    And T1 follows the policy online.algorithm = <algorithm>
    And the next 0800 from T1 with F60.3 350 is delivered with F62.DF23 changed to 00112233445566778899AABBCCDDEEFF
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is declined with D8
    And the master key of T1 is still the one from the start
    And the master key of T1 at the host is still the one from the start

    Examples:
      | mode     | algorithm |
      | LITERAL  | RSA       |
      | LITERAL  | SM2       |
      | HARDENED | RSA       |
      | HARDENED | SM2       |
