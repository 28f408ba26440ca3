@keys
Feature: The two dialogues of the key download, by the numbers of their steps
  Embodiment 1 brings the key with the host's proof, embodiment 2 asks for it in a message of its own.

  Background:
    Given T1 starts unloaded
    And manager card M1 has the password 246810 and 3 tries
    And the host has opened a work order for T1

  @K-35 @R-01
  Scenario Outline: Embodiment 2, <mode>
    Given T1 follows the policy download.flow = FULL
    And T1 follows the policy download.mode = <mode>
    And the host follows the policy download.mode = <mode>
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is approved
    And the key download took these steps:
      | step  |
      | S31   |
      | S32   |
      | S33a  |
      | S33a' |
      | S33b  |
      | S34   |
      | S35   |
      | S36   |
      | S37   |
      | S38   |
      | S39   |
      | S3A   |
      | S3B   |
    And T1 has sent in this order:
      | message | fields    |
      | 0800    | F60.3 440 |
      | 0800    | F60.3 441 |
      | 0800    | F60.3 442 |
      | 0800    | F60.3 443 |

    Examples:
      | mode     |
      | LITERAL  |
      | HARDENED |

  @K-35 @R-01
  Scenario Outline: Embodiment 1, <mode>
    Given T1 follows the policy download.flow = SHORT
    And T1 follows the policy download.mode = <mode>
    And the host follows the policy download.mode = <mode>
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is approved
    And the master key of T1 equals the master key of T1 at the host
    And the key download took these steps:
      | step |
      | S11a |
      | S11b |
      | S11c |
      | S11d |
      | S11e |
      | S11f |
      | S12  |
      | S13  |
      | S14  |
      | S15  |
    And T1 has sent in this order:
      | message | fields    |
      | 0800    | F60.3 450 |
      | 0800    | F60.3 451 |
      | 0800    | F60.3 453 |
    When the clerk of T1 signs in
    Then the sign-in is approved

    Examples:
      | mode     |
      | LITERAL  |
      | HARDENED |

  @K-35
  Scenario: A download that fails has taken its steps as far as it went
    Given manager card M1 holds another card key than the host expects
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is declined with D8
    And the key download took these steps:
      | step  |
      | S31   |
      | S32   |
      | S33a  |
      | S33a' |
      | S33b  |

  @K-08
  Scenario: Ten thousand downloads, twenty thousand random numbers
    Given T1 follows the policy answerTimeout = 180min
    And the host answers 3 h late
    When the manager starts the master key download on T1
    And the manager inserts manager card M1
    And the manager types the card password 246810
    And 5 s later
    And the pad of T1 begins 9999 downloads
    Then each of 10000 downloads begun by the pad of T1 had random numbers of its own
