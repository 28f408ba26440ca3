@keys
Feature: Whatever happens to a message of the download, both ends know where they stand
  A message is lost, comes twice or changed, or the power fails: in the end there is one key, or both say that there is none.

  Background:
    Given T1 starts unloaded
    And manager card M1 has the password 246810 and 3 tries
    And the host has opened a work order for T1

  @K-16
  Scenario Outline: <mode>: <message> is <fault>, and both ends finish with one key
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And <message> is <fault>
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is approved
    And the master key of T1 equals the master key of T1 at the host
    And the master key of T1 at the host is ACTIVE
    When the clerk of T1 signs in
    Then the sign-in is approved

    Examples:
      | mode     | message                                 | fault           |
      | LITERAL  | the next authentication message from T1 | lost            |
      | LITERAL  | the next 0810 to T1 with F60.3 441      | lost            |
      | LITERAL  | the next 0800 from T1 with F60.3 442    | lost            |
      | LITERAL  | the next 0810 to T1 with F60.3 442      | lost            |
      | LITERAL  | the next 0800 from T1 with F60.3 443    | lost            |
      | LITERAL  | the next 0810 to T1 with F60.3 443      | lost            |
      | LITERAL  | the next 0800 from T1 with F60.3 440    | delivered twice |
      | LITERAL  | the next 0810 to T1 with F60.3 440      | delivered twice |
      | LITERAL  | the next authentication message from T1 | delivered twice |
      | LITERAL  | the next 0810 to T1 with F60.3 441      | delivered twice |
      | LITERAL  | the next 0800 from T1 with F60.3 442    | delivered twice |
      | LITERAL  | the next 0810 to T1 with F60.3 442      | delivered twice |
      | LITERAL  | the next 0800 from T1 with F60.3 443    | delivered twice |
      | LITERAL  | the next 0810 to T1 with F60.3 443      | delivered twice |
      | HARDENED | the next authentication message from T1 | lost            |
      | HARDENED | the next 0810 to T1 with F60.3 441      | lost            |
      | HARDENED | the next 0800 from T1 with F60.3 442    | lost            |
      | HARDENED | the next 0810 to T1 with F60.3 442      | lost            |
      | HARDENED | the next 0800 from T1 with F60.3 443    | lost            |
      | HARDENED | the next 0810 to T1 with F60.3 443      | lost            |
      | HARDENED | the next 0800 from T1 with F60.3 440    | delivered twice |
      | HARDENED | the next 0810 to T1 with F60.3 440      | delivered twice |
      | HARDENED | the next authentication message from T1 | delivered twice |
      | HARDENED | the next 0810 to T1 with F60.3 441      | delivered twice |
      | HARDENED | the next 0800 from T1 with F60.3 442    | delivered twice |
      | HARDENED | the next 0810 to T1 with F60.3 442      | delivered twice |
      | HARDENED | the next 0800 from T1 with F60.3 443    | delivered twice |
      | HARDENED | the next 0810 to T1 with F60.3 443      | delivered twice |

  @K-16
  Scenario Outline: <mode>: a lost request or its answer brings nothing to either end
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And <message> is lost
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is unanswered
    And the master key of T1 is EMPTY
    And the master key of T1 at the host is EMPTY

    Examples:
      | mode     | message                              |
      | LITERAL  | the next 0800 from T1 with F60.3 440 |
      | LITERAL  | the next 0810 to T1 with F60.3 440   |
      | HARDENED | the next 0800 from T1 with F60.3 440 |
      | HARDENED | the next 0810 to T1 with F60.3 440   |

  @K-16
  Scenario Outline: HARDENED: <field> of <message> is changed on the line and found out
    Given the host follows the policy download.mode = HARDENED
    And T1 follows the policy download.mode = HARDENED
    And <message> is delivered with <field> changed to A1B2C3D4E5F60718
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is <verdict>
    And the master key of T1 is EMPTY
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is approved
    And the master key of T1 equals the master key of T1 at the host
    And the master key of T1 at the host is ACTIVE

    Examples:
      | message                              | field    | verdict                 |
      | the next 0810 to T1 with F60.3 440   | F62.DF49 | declined with D7        |
      | the next 0810 to T1 with F60.3 440   | F62.DF4D | declined with D8        |
      | the next 0800 from T1 with F60.3 441 | F62.DF49 | declined with D7        |
      | the next 0800 from T1 with F60.3 441 | F62.DF42 | declined with D8        |
      | the next 0800 from T1 with F60.3 441 | F62.DF43 | declined with D8        |
      | the next 0800 from T1 with F60.3 441 | F62.DF44 | declined with D8        |
      | the next 0800 from T1 with F60.3 441 | F62.DF4E | declined with D8        |
      | the next 0810 to T1 with F60.3 441   | F62.DF45 | refused by the terminal |
      | the next 0810 to T1 with F60.3 441   | F62.DF4E | refused by the terminal |
      | the next 0800 from T1 with F60.3 442 | F62.DF49 | declined with D7        |
      | the next 0800 from T1 with F60.3 442 | F62.DF4E | declined with D8        |
      | the next 0810 to T1 with F60.3 442   | F62.DF46 | refused by the terminal |
      | the next 0810 to T1 with F60.3 442   | F62.DF48 | refused by the terminal |

  @K-16
  Scenario Outline: HARDENED: a result or acknowledgement that was changed leaves the result open
    Given the host follows the policy download.mode = HARDENED
    And T1 follows the policy download.mode = HARDENED
    And the next 0810 to T1 with F60.3 443 is delivered with <field> changed to A1B2C3D4E5F60718
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is refused by the terminal
    And T1 shows "answer refused, MAC error"
    When the clerk of T1 signs in
    Then the sign-in is approved
    And the next 0800 from T1 has F60.3 443
    And the master key of T1 equals the master key of T1 at the host

    Examples:
      | field    |
      | F62.DF49 |
      | F62.DF4E |

  @K-16
  Scenario Outline: <mode>: the power of T1 fails when it has sent <message>, and a second visit helps
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And the power of T1 fails when it has sent <message>
    When the manager downloads the master key to T1 with manager card M1
    And the power of T1 returns
    Then T1 is unloaded
    And the master key of T1 is EMPTY
    And the pad of T1 has wiped the card key
    When the manager removes manager card M1
    And the manager downloads the master key to T1 with manager card M1
    Then the key download is approved
    And the master key of T1 equals the master key of T1 at the host
    And the master key of T1 at the host is ACTIVE

    Examples:
      | mode     | message                                 |
      | LITERAL  | the next download request from T1       |
      | LITERAL  | the next authentication message from T1 |
      | LITERAL  | the next 0800 from T1 with F60.3 442    |
      | HARDENED | the next download request from T1       |
      | HARDENED | the next authentication message from T1 |
      | HARDENED | the next 0800 from T1 with F60.3 442    |

  @K-16
  Scenario Outline: <mode>: the power of T1 fails before its result is answered
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And the next 0810 to T1 with F60.3 443 is lost
    And the power of T1 fails when it has sent the next download result from T1
    When the manager downloads the master key to T1 with manager card M1
    And the power of T1 returns
    Then T1 is signed-in
    And the master key of T1 equals the master key of T1 at the host
    And the master key of T1 at the host is ACTIVE

    Examples:
      | mode     |
      | LITERAL  |
      | HARDENED |

  @K-16
  Scenario Outline: <mode>: a host that can do nothing with a good result is told again
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And the host answers the next download result from T1 with F39 96
    When the manager downloads the master key to T1 with manager card M1
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
  Scenario Outline: <mode>: a terminal that is taken out of service while its key is made stays out of it
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And the HSM answers 2 s late
    When the manager starts the master key download on T1
    And the manager inserts manager card M1
    And the manager types the card password 246810
    And <delay> s later
    Given the host has registered T1 as disabled
    When 60 s later
    Then the key download is declined with 58
    And the master key of T1 at the host is PENDING

    Examples:
      | mode     | delay |
      | LITERAL  | 3     |
      | HARDENED | 7     |

  @K-16
  Scenario Outline: <mode>: the power of the host fails while it stores the key, and a second visit helps
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And the power of the host fails <moment>
    When the manager downloads the master key to T1 with manager card M1
    And the power of the host returns
    And the manager downloads the master key to T1 with manager card M1
    Then the key download is approved
    And the master key of T1 equals the master key of T1 at the host
    And the master key of T1 at the host is ACTIVE

    Examples:
      | mode     | moment                                  |
      | LITERAL  | just before it stores the terminal entry |
      | LITERAL  | while it stores the terminal entry      |
      | LITERAL  | just after it stores the terminal entry |
      | HARDENED | just before it stores the terminal entry |
      | HARDENED | while it stores the terminal entry      |
      | HARDENED | just after it stores the terminal entry |

  @K-16
  Scenario Outline: <mode>, short flow: <message> is <fault>, and both ends finish with one key
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And T1 follows the policy download.flow = SHORT
    And <message> is <fault>
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is approved
    And the master key of T1 equals the master key of T1 at the host
    And the master key of T1 at the host is ACTIVE

    Examples:
      | mode     | message                              | fault           |
      | LITERAL  | the next 0800 from T1 with F60.3 451 | lost            |
      | LITERAL  | the next 0810 to T1 with F60.3 451   | lost            |
      | LITERAL  | the next 0810 to T1 with F60.3 451   | delivered twice |
      | LITERAL  | the next 0800 from T1 with F60.3 453 | lost            |
      | HARDENED | the next 0800 from T1 with F60.3 451 | lost            |
      | HARDENED | the next 0810 to T1 with F60.3 451   | lost            |
      | HARDENED | the next 0800 from T1 with F60.3 451 | delivered twice |
      | HARDENED | the next 0810 to T1 with F60.3 451   | delivered twice |
      | HARDENED | the next 0800 from T1 with F60.3 453 | lost            |
      | HARDENED | the next 0810 to T1 with F60.3 453   | lost            |

  @K-16
  Scenario Outline: <mode>: <message> comes after the one that was sent in its place
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And <message> is delayed by 61 s
    When the manager downloads the master key to T1 with manager card M1
    And 2 min later
    Then the key download is approved
    And the master key of T1 equals the master key of T1 at the host
    And the master key of T1 at the host is ACTIVE
    When the clerk of T1 signs in
    Then the sign-in is approved

    Examples:
      | mode     | message                              |
      | LITERAL  | the next 0800 from T1 with F60.3 441 |
      | LITERAL  | the next 0810 to T1 with F60.3 441   |
      | LITERAL  | the next 0800 from T1 with F60.3 442 |
      | LITERAL  | the next 0810 to T1 with F60.3 442   |
      | LITERAL  | the next 0800 from T1 with F60.3 443 |
      | LITERAL  | the next 0810 to T1 with F60.3 443   |
      | HARDENED | the next 0800 from T1 with F60.3 441 |
      | HARDENED | the next 0810 to T1 with F60.3 441   |
      | HARDENED | the next 0800 from T1 with F60.3 442 |
      | HARDENED | the next 0810 to T1 with F60.3 442   |
      | HARDENED | the next 0800 from T1 with F60.3 443 |
      | HARDENED | the next 0810 to T1 with F60.3 443   |
