@keys
Feature: Whatever happens to a message of an online download, both ends know where they stand
  A message is lost, comes twice or changed, or the power fails: in the end there is one key, or both say that there is
  none.

  Background:
    Given T1 starts unloaded
    And the host has opened a work order for T1

  @K-16
  Scenario Outline: <mode>: <message> is <fault>, and both ends finish with one key
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And <message> is <fault>
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is approved
    And the master key of T1 equals the master key of T1 at the host
    And the master key of T1 at the host is ACTIVE
    When the clerk of T1 signs in
    Then the sign-in is approved

    Examples:
      | mode     | message                              | fault           |
      | LITERAL  | the next 0800 from T1 with F60.3 352 | lost            |
      | LITERAL  | the next 0810 to T1 with F60.3 352   | lost            |
      | LITERAL  | the next 0800 from T1 with F60.3 350 | lost            |
      | LITERAL  | the next 0810 to T1 with F60.3 350   | lost            |
      | LITERAL  | the next 0800 from T1 with F60.3 351 | lost            |
      | LITERAL  | the next 0810 to T1 with F60.3 351   | lost            |
      | LITERAL  | the next 0800 from T1 with F60.3 352 | delivered twice |
      | LITERAL  | the next 0810 to T1 with F60.3 352   | delivered twice |
      | LITERAL  | the next 0800 from T1 with F60.3 350 | delivered twice |
      | LITERAL  | the next 0810 to T1 with F60.3 350   | delivered twice |
      | LITERAL  | the next 0800 from T1 with F60.3 351 | delivered twice |
      | LITERAL  | the next 0810 to T1 with F60.3 351   | delivered twice |
      | HARDENED | the next 0800 from T1 with F60.3 352 | lost            |
      | HARDENED | the next 0810 to T1 with F60.3 352   | lost            |
      | HARDENED | the next 0800 from T1 with F60.3 350 | lost            |
      | HARDENED | the next 0810 to T1 with F60.3 350   | lost            |
      | HARDENED | the next 0800 from T1 with F60.3 351 | lost            |
      | HARDENED | the next 0810 to T1 with F60.3 351   | lost            |
      | HARDENED | the next 0800 from T1 with F60.3 350 | delivered twice |
      | HARDENED | the next 0810 to T1 with F60.3 350   | delivered twice |
      | HARDENED | the next 0800 from T1 with F60.3 351 | delivered twice |
      | HARDENED | the next 0810 to T1 with F60.3 351   | delivered twice |

  @K-16
  Scenario Outline: <mode>: <message> comes after the one that was sent in its place
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And <message> is delayed by 61 s
    When the administrator chooses "online key download"
    And the administrator types 12345678
    And 2 min later
    Then the key download is approved
    And the master key of T1 equals the master key of T1 at the host
    And the master key of T1 at the host is ACTIVE

    Examples:
      | mode     | message                              |
      | LITERAL  | the next 0800 from T1 with F60.3 350 |
      | LITERAL  | the next 0810 to T1 with F60.3 350   |
      | LITERAL  | the next 0800 from T1 with F60.3 351 |
      | LITERAL  | the next 0810 to T1 with F60.3 351   |
      | HARDENED | the next 0800 from T1 with F60.3 350 |
      | HARDENED | the next 0810 to T1 with F60.3 350   |
      | HARDENED | the next 0800 from T1 with F60.3 351 |
      | HARDENED | the next 0810 to T1 with F60.3 351   |

  @K-16
  Scenario Outline: <mode>: a late key is not taken for the answer to the message after it
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And the next 0810 to T1 with F60.3 350 is delayed by 61 s
    And the next 0800 from T1 with F60.3 351 is lost
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is approved
    And the master key of T1 equals the master key of T1 at the host
    And the master key of T1 at the host is ACTIVE

    Examples:
      | mode     |
      | LITERAL  |
      | HARDENED |

  @K-16
  Scenario Outline: <mode>: a host that can do nothing with the last message is told again
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And the host answers the next 0800 from T1 with F60.3 351 with F39 96
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is declined with 96
    And the master key of T1 at the host is PENDING
    When the clerk of T1 signs in
    Then the sign-in is approved
    And the master key of T1 at the host is ACTIVE
    And the master key of T1 equals the master key of T1 at the host

    Examples:
      | mode     |
      | LITERAL  |
      | HARDENED |

  @K-16
  Scenario Outline: <mode>: the last message with another <field> is refused, and a second try helps
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And the next 0800 from T1 with F60.3 351 is delivered with <field> changed to <value>
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is declined with D8
    And the master key of T1 at the host is PENDING
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is approved
    And the master key of T1 equals the master key of T1 at the host
    And the master key of T1 at the host is ACTIVE

    Examples:
      | mode     | field    | value            |
      | LITERAL  | F62.DF24 | A1B2C3D4         |
      | HARDENED | F62.DF24 | A1B2C3D4         |
      | HARDENED | F62.DF4E | A1B2C3D4E5F60718 |

  @K-16
  Scenario: HARDENED: with another random number of the host the pad's word is about another download
    Given the host follows the policy download.mode = HARDENED
    And T1 follows the policy download.mode = HARDENED
    And the next 0810 to T1 with F60.3 352 is delivered with F62.DF4D changed to A1B2C3D4E5F60718
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is declined with D8
    And the master key of T1 is EMPTY

  @K-16
  Scenario: HARDENED: an answer to the last message with another MAC leaves it open
    Given the host follows the policy download.mode = HARDENED
    And T1 follows the policy download.mode = HARDENED
    And the next 0810 to T1 with F60.3 351 is delivered with one bit of F62.DF4E flipped
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is refused by the terminal
    And T1 shows "answer refused, MAC error"
    When the clerk of T1 signs in
    Then the next 0800 from T1 has F60.3 351
    And the sign-in is approved
    And the master key of T1 equals the master key of T1 at the host

  @K-16
  Scenario Outline: <mode>: a terminal that is taken out of service while its key is made stays out of it
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And the HSM answers 2 s late
    When the administrator chooses "online key download"
    And the administrator types 12345678
    And 3 s later
    Given the host has registered T1 as disabled
    When 60 s later
    Then the key download is declined with 58
    And the master key of T1 at the host is PENDING

    Examples:
      | mode     |
      | LITERAL  |
      | HARDENED |

  @K-16
  Scenario: HARDENED: an HSM that refuses during the sign-in leaves the last message to the next one
    Given the host follows the policy download.mode = HARDENED
    And T1 follows the policy download.mode = HARDENED
    And T1 follows the policy download.tries = 1
    And the next 0800 from T1 with F60.3 351 is lost
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is unanswered
    And the master key of T1 at the host is PENDING
    Given the HSM answers the next UM with error 41
    When the clerk of T1 signs in
    Then the sign-in is declined with 96
    And the master key of T1 at the host is PENDING
    When the clerk of T1 signs in
    Then the sign-in is approved
    And the master key of T1 equals the master key of T1 at the host

  @K-16
  Scenario Outline: <mode>, <algorithm>: <message> with another <field> brings no key, and a second try one
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And the host follows the policy online.algorithm = <algorithm>
    And T1 follows the policy online.algorithm = <algorithm>
    And <message> is delivered with <field> changed to A1B2C3D4
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is <verdict>
    And the master key of T1 is EMPTY
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is approved
    And the master key of T1 equals the master key of T1 at the host
    And the master key of T1 at the host is ACTIVE

    Examples:
      | mode     | algorithm | message                              | field    | verdict                 |
      | LITERAL  | RSA       | the next 0810 to T1 with F60.3 352   | F62.DF02 | refused by the terminal |
      | LITERAL  | RSA       | the next 0810 to T1 with F60.3 352   | F62.DF04 | refused by the terminal |
      | LITERAL  | RSA       | the next 0810 to T1 with F60.3 352   | F62.9F06 | declined with 30        |
      | LITERAL  | RSA       | the next 0810 to T1 with F60.3 352   | F62.9F22 | declined with 30        |
      | LITERAL  | RSA       | the next 0800 from T1 with F60.3 350 | F62.DF24 | declined with D8        |
      | LITERAL  | RSA       | the next 0800 from T1 with F60.3 350 | F62.DF23 | declined with 30        |
      | LITERAL  | RSA       | the next 0800 from T1 with F60.3 350 | F62      | declined with 30        |
      | LITERAL  | RSA       | the next 0810 to T1 with F60.3 350   | F62      | refused by the terminal |
      | LITERAL  | SM2       | the next 0810 to T1 with F60.3 352   | F62.DF02 | refused by the terminal |
      | LITERAL  | SM2       | the next 0800 from T1 with F60.3 350 | F62.DF24 | declined with D8        |
      | HARDENED | RSA       | the next 0810 to T1 with F60.3 352   | F62.DF04 | refused by the terminal |
      | HARDENED | RSA       | the next 0810 to T1 with F60.3 352   | F62.DF4D | refused by the terminal |
      | HARDENED | RSA       | the next 0800 from T1 with F60.3 350 | F62.DF24 | declined with D8        |
      | HARDENED | RSA       | the next 0800 from T1 with F60.3 350 | F62.DF4C | declined with 97        |
      | HARDENED | RSA       | the next 0800 from T1 with F60.3 350 | F62.DF4E | declined with 30        |
      | HARDENED | RSA       | the next 0810 to T1 with F60.3 350   | F62.DF24 | refused by the terminal |
      | HARDENED | RSA       | the next 0810 to T1 with F60.3 350   | F62.DF25 | refused by the terminal |
      | HARDENED | SM2       | the next 0800 from T1 with F60.3 350 | F62.DF24 | declined with D8        |
      | HARDENED | SM2       | the next 0810 to T1 with F60.3 350   | F62.DF25 | refused by the terminal |

  @K-16
  Scenario Outline: <mode>: one bit of <field> of <message> brings no key
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And <message> is delivered with one bit of <field> flipped
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is <verdict>
    And the master key of T1 is EMPTY

    Examples:
      | mode     | message                              | field    | verdict                 |
      | LITERAL  | the next 0800 from T1 with F60.3 350 | F62.DF23 | declined with D8        |
      | LITERAL  | the next 0810 to T1 with F60.3 350   | F62      | refused by the terminal |
      | HARDENED | the next 0810 to T1 with F60.3 352   | F62.DF02 | refused by the terminal |
      | HARDENED | the next 0800 from T1 with F60.3 350 | F62.DF23 | declined with D8        |
      | HARDENED | the next 0800 from T1 with F60.3 350 | F62.DF4E | declined with D8        |
      | HARDENED | the next 0810 to T1 with F60.3 350   | F62.DF4E | refused by the terminal |

  @K-16
  Scenario Outline: <mode>: the power of T1 fails when it has sent <message>, and a second try helps
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And the power of T1 fails when it has sent <message>
    When the administrator chooses "online key download"
    And the administrator types 12345678
    And the shop comes to rest
    And the power of T1 returns
    Then T1 is unloaded
    And the master key of T1 is EMPTY
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is approved
    And the master key of T1 equals the master key of T1 at the host
    And the master key of T1 at the host is ACTIVE

    Examples:
      | mode     | message                              |
      | LITERAL  | the next 0800 from T1 with F60.3 352 |
      | LITERAL  | the next 0800 from T1 with F60.3 350 |
      | HARDENED | the next 0800 from T1 with F60.3 350 |

  @K-16
  Scenario Outline: <mode>: the power of T1 fails before its last message is answered; a sign-in says it again
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And the next 0800 from T1 with F60.3 351 is lost
    And the power of T1 fails when it has sent the next 0800 from T1 with F60.3 351
    When the administrator chooses "online key download"
    And the administrator types 12345678
    And the shop comes to rest
    And the power of T1 returns
    Then T1 is signed-in
    And the master key of T1 equals the master key of T1 at the host
    And the master key of T1 at the host is ACTIVE

    Examples:
      | mode     |
      | LITERAL  |
      | HARDENED |

  @K-16
  Scenario Outline: <mode>: the power of the host fails <moment>, and a second try helps
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And the power of the host fails <moment>
    When the administrator chooses "online key download"
    And the administrator types 12345678
    And the shop comes to rest
    And the power of the host returns
    And the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is approved
    And the master key of T1 equals the master key of T1 at the host
    And the master key of T1 at the host is ACTIVE

    Examples:
      | mode     | moment                                   |
      | LITERAL  | just before it stores the terminal entry |
      | LITERAL  | while it stores the terminal entry       |
      | LITERAL  | just after it stores the terminal entry  |
      | HARDENED | just after it stores the terminal entry  |

  @K-16
  Scenario Outline: The HSM refuses <command>, and no key comes
    Given the HSM answers the next <command> with error 41
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is declined with 96
    And the master key of T1 is EMPTY
    And the master key of T1 at the host is EMPTY

    Examples:
      | command |
      | UO      |
      | UQ      |

  Scenario: A host without such a download says so
    Given the host follows the policy online.algorithm = NONE
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is declined with 40
    And T1 is unloaded

  Scenario: Without a work order no key comes
    Given T2 starts unloaded
    When the administrator of T2 chooses "online key download"
    And the administrator of T2 types 12345678
    Then the key download of T2 is declined with D1
    And the HSM has received UQ 0 times

  Scenario: The work order holds the key that came online
    Given manager card M1 has the password 246810 and 3 tries
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is approved
    When the clerk signs in
    And the technician inspects T1 with manager card M1
    Then the work order for T1 holds a download and an inspection
