@keys
Feature: The master key comes over serial lines with the mother POS
  A PC, a mother POS and a child POS in a guarded room. The key crosses two cables there, and no open wire.

  Background:
    Given the estate "mother_pos.conf"
    And T1 starts unloaded

  @K-24
  Scenario: PC, mother and child wired right bring a key that signs in and sells
    When the technician injects the master key into T1 with the mother POS
    Then T1 has sounded the confirming tone once
    And T1 shows "master key injected, check value 08D7B4FB"
    And the loader PC shows "key loaded, check value 08D7B4FB"
    And the mother POS shows "child loaded"
    And T1 is loaded
    And the master key of T1 equals the master key of T1 at the host
    And no wire carries the master key in clear
    When the clerk signs in
    Then T1 is signed-in
    And the master key of T1 is ACTIVE
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the host has posted the sale once

  @K-24
  Scenario Outline: A child of the other framing takes its key <how>
    Given T1 follows the policy injectionFraming = xgd
    And the mother POS follows the policy mother.framing = xgd
    And the mother POS follows the policy mother.keysUnder = <how>
    When the technician injects the master key into T1 with the mother POS
    Then T1 has sounded the confirming tone once
    And T1 shows "master key injected, check value 08D7B4FB"
    And the loader PC shows "key loaded, check value 08D7B4FB"
    When the clerk signs in
    And the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved

    Examples:
      | how      |
      | clear    |
      | fixedKey |

  Scenario: Mother and child that speak different framings do not understand each other
    Given the mother POS follows the policy mother.framing = xgd
    When the technician injects the master key into T1 with the mother POS
    Then the loader PC shows "no answer: mother POS - child POS"
    And T1 is unloaded

  @H-17
  Scenario Outline: An order whose check byte is wrong is answered with a failure and said again to a child of <framing>
    Given T1 follows the policy injectionFraming = <framing>
    And the mother POS follows the policy mother.framing = <framing>
    And the next injection order to T1 is delivered with a wrong check value
    When the technician injects the master key into T1 with the mother POS
    Then T1 shows "frame damaged, send again"
    And T1 has sounded the error tone once
    And the injection cable of T1 has repeated at least 1 frames
    And T1 has sounded the confirming tone once
    And the loader PC shows "key loaded, check value 08D7B4FB"
    And T1 is loaded

    Examples:
      | framing |
      | futurex |
      | xgd     |

  @H-17
  Scenario: A cable on which every order is damaged brings no key
    Given every injection order to T1 is delivered with a wrong check value
    When the technician injects the master key into T1 with the mother POS
    Then T1 has sounded the error tone 3 times
    And the injection cable of T1 has repeated at least 2 frames
    And the loader PC shows "injection failed: 08 bad LRC"
    And T1 is unloaded
    When all faults end
    And the technician injects the master key into T1 with the mother POS
    Then T1 is loaded

  @H-17
  Scenario: An order that noise swallows is said again
    Given the next injection order to T1 is lost
    When the technician injects the master key into T1 with the mother POS
    Then the injection cable of T1 has repeated at least 1 frames
    And the loader PC shows "key loaded, check value 08D7B4FB"

  @H-05
  Scenario Outline: A wrong port is told from one that is not there, and the right one is proposed
    Given the loader PC follows the policy pc.port = <port>
    When the technician injects the master key into T1 with the mother POS
    Then the loader PC shows "<trouble>"
    And the loader PC shows "the mother POS is on port COM1"
    And the loader PC has never shown "<not this>"
    And T1 is unloaded

    Examples:
      | port | trouble                    | not this                   |
      | COM9 | port COM9 cannot be opened | no answer on port COM9     |
      | COM2 | no answer on port COM2     | port COM2 cannot be opened |

  @H-05
  Scenario: A cable in another port than the program is told is found there
    Given the loader PC follows the policy pc.cableIn = COM3
    When the technician injects the master key into T1 with the mother POS
    Then the loader PC shows "no answer on port COM1"
    And the loader PC shows "the mother POS is on port COM3"
    When the loader PC follows the policy pc.port = COM3
    And the technician injects the master key into T1 with the mother POS
    Then T1 is loaded

  @H-06
  Scenario: Plugs that are crossed at the mother POS leave the first hop without an answer
    Given the mother POS follows the policy mother.plugs = crossed
    When the technician injects the master key into T1 with the mother POS
    Then the loader PC shows "no answer: PC - mother POS"
    And T1 is unloaded

  @H-06
  Scenario: A child that is not connected leaves the second hop without an answer
    Given the injection cable of T1 goes down
    When the technician injects the master key into T1 with the mother POS
    Then the loader PC shows "no answer: mother POS - child POS"
    And the loader PC has never shown "no answer: PC - mother POS"
    And T1 is unloaded

  @H-21
  Scenario: A loader that hangs works after everything was restarted
    Given the loader PC follows the policy pc.givesUp = false
    When the power of the mother POS fails
    And the technician injects the master key into T1 with the mother POS
    And the power of the mother POS returns
    And the technician injects the master key into T1 with the mother POS
    Then the loader PC shows "the loader program does not respond"
    And T1 is unloaded
    When the power of the loader PC fails
    And the power of the mother POS fails
    And the technician restarts T1
    And the power of the mother POS returns
    And the power of the loader PC returns
    And the technician injects the master key into T1 with the mother POS
    Then the loader PC shows "key loaded, check value 08D7B4FB"
    And T1 is loaded

  @K-26
  Scenario Outline: Programs installed as <order> lack component <missing>, which is said before a port is opened
    Given the loader PC follows the policy pc.installed = <order>
    And the loader PC follows the policy pc.port = COM9
    When the technician injects the master key into T1 with the mother POS
    Then the loader PC shows "loader component <missing> missing"
    And the loader PC has never shown "port COM9 cannot be opened"
    And T1 is unloaded

    Examples:
      | order | missing |
      | 1-3-2 | 3       |
      | 2-1-3 | 2       |
      | 2-3-1 | 2       |
      | 3-1-2 | 3       |
      | 3-2-1 | 2       |
      | 1-2   | 3       |

  @K-27
  Scenario: The loader's programs run on one system only
    Given the loader PC follows the policy pc.system = win10
    When the technician injects the master key into T1 with the mother POS
    Then the loader PC shows "this program needs win7, not win10"
    And T1 is unloaded

  @K-28
  Scenario Outline: A date outside the mother's authorisation is refused, and the right one is not
    Given the loader PC follows the policy pc.date = <date>
    When the technician injects the master key into T1 with the mother POS
    Then the loader PC shows "injection failed: F1 not authorised on this date"
    And T1 is unloaded
    When the loader PC follows the policy pc.date = clock
    And the technician injects the master key into T1 with the mother POS
    Then the loader PC shows "key loaded, check value 08D7B4FB"
    And T1 is loaded

    Examples:
      | date       |
      | 2014-12-31 |
      | 2030-01-01 |

  @K-29
  Scenario: A mother POS of 2015 announces its notice and checks the date
    Given the loader PC follows the policy pc.date = 2014-12-31
    When the technician injects the master key into T1 with the mother POS
    Then the mother POS shows "mother POS 2015"
    And the loader PC shows "mother POS 2015: set the date of the PC before loading"
    And T1 is unloaded

  @K-29
  Scenario: An older mother POS has no notice and does not look at the date
    Given the loader PC follows the policy pc.date = 2014-12-31
    And the mother POS follows the policy mother.version = 2009
    When the technician injects the master key into T1 with the mother POS
    Then the mother POS shows "mother POS 2009"
    And the loader PC has never shown "mother POS 2009: set the date of the PC before loading"
    And the loader PC shows "key loaded, check value 08D7B4FB"
    And T1 is loaded

  @K-25
  Scenario: Signature, master control, bank card and convenience payment in this order take a key
    When the technician loads the files "signature, master control, bank card, convenience payment" into T1
    Then T1 shows "programs loaded"
    When the technician injects the master key into T1 with the mother POS
    Then T1 shows "master key injected, check value 08D7B4FB"
    And T1 is loaded

  @K-25
  Scenario Outline: <order> is not taken
    When the technician loads the files "<order>" into T1
    Then T1 shows "not signed, old programs stay: <first>"
    And T1 has sounded the error tone once

    Examples:
      | order                                                     | first               |
      | master control, signature, bank card, convenience payment | master control      |
      | master control, signature, convenience payment, bank card | master control      |
      | master control, bank card, signature, convenience payment | master control      |
      | master control, bank card, convenience payment, signature | master control      |
      | master control, convenience payment, signature, bank card | master control      |
      | master control, convenience payment, bank card, signature | master control      |
      | bank card, signature, master control, convenience payment | bank card           |
      | bank card, signature, convenience payment, master control | bank card           |
      | bank card, master control, signature, convenience payment | bank card           |
      | bank card, master control, convenience payment, signature | bank card           |
      | bank card, convenience payment, signature, master control | bank card           |
      | bank card, convenience payment, master control, signature | bank card           |
      | convenience payment, signature, master control, bank card | convenience payment |
      | convenience payment, signature, bank card, master control | convenience payment |
      | convenience payment, master control, signature, bank card | convenience payment |
      | convenience payment, master control, bank card, signature | convenience payment |
      | convenience payment, bank card, signature, master control | convenience payment |
      | convenience payment, bank card, master control, signature | convenience payment |

  @K-25
  Scenario Outline: <order> loses the key
    When the technician loads the files "<order>" into T1
    Then T1 shows "loaded out of order, key lost: <first>"
    When the technician injects the master key into T1 with the mother POS
    Then T1 shows "loaded out of order, key lost: <first>"
    And T1 is unloaded

    Examples:
      | order                                                     | first               |
      | signature, master control, convenience payment, bank card | convenience payment |
      | signature, bank card, master control, convenience payment | bank card           |
      | signature, bank card, convenience payment, master control | bank card           |
      | signature, convenience payment, master control, bank card | convenience payment |
      | signature, convenience payment, bank card, master control | convenience payment |

  @K-25
  Scenario: The right order makes good what a wrong one has spoilt
    Given T1 starts signed-in
    When the technician loads the files "signature, bank card, master control, convenience payment" into T1
    Then T1 is unloaded
    When the technician loads the files "signature, master control, bank card, convenience payment" into T1
    And the technician injects the master key into T1 with the mother POS
    Then T1 is loaded

  @P-07
  Scenario Outline: Programs without a good signature leave the old ones at work
    Given T1 starts signed-in
    When the technician loads the files "<files>" into T1
    Then T1 shows "not signed, old programs stay: master control"
    And T1 has never shown "programs loaded"
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved

    Examples:
      | files                                                                            |
      | master control, bank card, convenience payment                            |
      | signature of another bank, master control, bank card, convenience payment |

  @K-31
  Scenario: Another bank's card and programs are refused
    Given the host has opened a work order for T1
    And the host has registered manager card M2 as unknown
    When the manager downloads the master key to T1 with manager card M2
    Then the key download is declined with D2
    When the manager loads the files "signature of another bank, master control, bank card, convenience payment" into T1
    Then T1 shows "not signed, old programs stay: master control"
    And T1 is unloaded
    And the master key of T1 is EMPTY
